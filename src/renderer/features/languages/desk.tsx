import { ArrowLeft, Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { ModuleDraft } from '../../../shared/model/module.ts';
import { standingsIn } from '../../../shared/model/translation/standing.ts';
import { UnsavedNotice } from '../../saving/save-notice.tsx';
import { saveWords } from '../../saving/save-words.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { OtherWording } from '../write/kept-notices.tsx';
import { AddLanguage } from './add-language.tsx';
import { LanguageList } from './language-list.tsx';
import css from './languages.module.css';
import { SourceLanguage } from './source-language.tsx';
import { Texts } from './texts.tsx';
import { Translator } from './translator.tsx';
import { useTranslating } from './use-translating.ts';

/** Ctrl Z and Ctrl Y undo what was done on this page, wherever one stands in it: a field's own undo knows of one field only. */
function undoKeys(event: KeyboardEvent, undo: (() => void) | null, redo: (() => void) | null): void {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) redo?.();
  else undo?.();
}

/** Which languages a module has, how far each is, and one of them text by text. */
export function LanguagesDesk({ draft }: { draft: ModuleDraft }) {
  const translating = useTranslating(draft);
  const { content, saving, undo, redo } = translating;
  const languages = Object.keys(content.translations ?? {}).toSorted();
  const [chosen, setChosen] = useState<string | null>(null);
  const language = languages.find((one) => one === chosen) ?? languages[0] ?? null;
  const standings = useMemo(() => (language === null ? [] : standingsIn(content, content.translations?.[language])), [content, language]);
  const add = (tag: string) => {
    translating.add(tag);
    setChosen(tag);
  };
  const title = content.title.trim();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of all fields on the page, as they bubble up
    <div onKeyDown={(event) => undoKeys(event, undo, redo)}>
      <Page
        wide
        title={title ? `Languages of “${title}”` : 'Languages of the module'}
        actions={
          <>
            <p className={css.saved} role="status">
              {saveWords[saving.state.is]}
            </p>
            <Button variant="plain" icon={Undo2} disabled={!undo} onClick={() => undo?.()}>
              Undo
            </Button>
            <Button variant="plain" icon={Redo2} disabled={!redo} onClick={() => redo?.()}>
              Redo
            </Button>
            <ButtonLink to={`/write/${draft.id}`} icon={ArrowLeft}>
              Back to writing
            </ButtonLink>
          </>
        }
      >
        <UnsavedNotice state={saving.state} flush={saving.flush} />
        {saving.kept.map((kept) =>
          kept.is === 'wording' ? (
            <OtherWording key={`${kept.language} ${kept.theirs}`} kept={kept} done={() => saving.settle(kept)} />
          ) : null,
        )}
        <div className={css.columns}>
          <aside className={css.side} aria-label="Languages">
            <SourceLanguage content={content} onChange={translating.writtenIn} />
            <LanguageList content={content} chosen={language} choose={setChosen} remove={translating.remove} />
            <AddLanguage content={content} add={add} />
            <Translator moduleId={draft.id} language={language} flush={saving.flush} />
          </aside>
          <Texts key={language} content={content} language={language} standings={standings} translating={translating} />
        </div>
      </Page>
    </div>
  );
}
