import { useState } from 'react';
import { nameOfBlock } from '../../../shared/model/difference/words.ts';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { languageName } from '../../../shared/model/translation/language.ts';
import type { TextStanding } from '../../../shared/model/translation/standing.ts';
import { progressOf } from '../../../shared/model/translation/standing.ts';
import { progressWords } from '../../../shared/model/translation/words.ts';
import { Empty } from '../../ui/card.tsx';
import css from './languages.module.css';
import { TextRow } from './text-row.tsx';
import type { Translating } from './use-translating.ts';

interface TextsProps {
  content: ModuleContent;
  language: string | null;
  standings: readonly TextStanding[];
  translating: Translating;
}

const keyOf = ({ block, unit }: TextStanding): string => `${block ?? ''} ${unit.key}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Goes on to the next text that wants something, after the one with the focus. */
function goToNext(from: HTMLElement): void {
  const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea[data-standing]')];
  const place = fields.indexOf(from as HTMLTextAreaElement);
  const next = fields.find((field, index) => index > place && field.dataset.standing !== 'current');
  next?.focus();
  next?.scrollIntoView({ block: 'center' });
}

/** All texts of a module beside what they are in one language. */
export function Texts({ content, language, standings, translating }: TextsProps) {
  /** Those that wanted something when one asked for them: a text that is written meanwhile stays where it is. */
  const [open, setOpen] = useState<ReadonlySet<string> | null>(null);
  if (language === null) {
    return (
      <Empty title="Your lesson in the language of those who need it">
        Add a language, and write each text beside the one it stands for. Pictures, videos and right answers stay those of the lesson.
        Learners are shown the language they read, part by part, as far as it is written; what you change in the lesson later is marked
        here.
      </Empty>
    );
  }
  const name = languageName(language, 'en');
  const progress = progressOf(standings);
  const shown = open ? standings.filter((one) => open.has(keyOf(one))) : standings;
  const groups = [...Map.groupBy(shown, ({ block }) => block)];
  const blocks = new Map(content.body.content.map((block) => [block.attrs.id, block]));
  return (
    <section className={css.texts} aria-labelledby="texts">
      <header className={css.head}>
        <h2 id="texts">{name}</h2>
        <p role="status">
          {progressWords(progress)}
          {progress.outdated > 0 && `, ${progress.outdated} outdated`}
          {progress.broken > 0 && `, ${progress.broken} not fit to be shown`}
        </p>
        <label className={css.only}>
          <input
            type="checkbox"
            checked={open !== null}
            onChange={({ target }) => setOpen(target.checked ? new Set(standings.filter(({ is }) => is !== 'current').map(keyOf)) : null)}
          />
          Only what is still to do
        </label>
      </header>
      <p className={css.keys}>
        <kbd>Ctrl</kbd> <kbd>Enter</kbd> goes on to the next text that is still to do; in an outdated one it says that it is still right.
      </p>
      {shown.length === 0 && <p className={css.keys}>Nothing is left to do in {name}.</p>}
      {groups.map(([id, texts]) => {
        const block = id === null ? undefined : blocks.get(id);
        const group = block ? capital(nameOfBlock(block)) : 'What stands above the lesson';
        return (
          <section key={id ?? 'head'} className={css.group} aria-label={group}>
            <h3>{group}</h3>
            {texts.map((standing) => (
              <TextRow
                key={standing.unit.key}
                standing={standing}
                source={content.language}
                language={language}
                group={group}
                write={translating.write}
                goOn={goToNext}
              />
            ))}
          </section>
        );
      })}
    </section>
  );
}
