import type { Editor } from '@tiptap/react';
import type { Freshness as FreshnessOf } from '../../../../shared/model/module.ts';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { useTyped } from '../../../ui/use-typed.ts';
import { setBeside } from '../document.ts';
import { useSession } from '../use-session.ts';
import { useBeside } from '../use-written.ts';
import css from './lint.module.css';

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((source) => source.trim().slice(0, 500))
    .filter(Boolean)
    .slice(0, 50);

/** What is not said is left out, and where nothing is said all of it is. */
function said({ owner, reviewBy, sources }: FreshnessOf): FreshnessOf | undefined {
  const parts = { ...(owner && { owner }), ...(reviewBy && { reviewBy }), ...(sources?.length && { sources }) };
  return Object.keys(parts).length > 0 ? parts : undefined;
}

/** Until when the lesson is known to be right, who looks after it, and what it leans on. */
export function Freshness({ author, editor }: { author: string; editor: Editor }) {
  const { freshness = {} } = useBeside(editor);
  const { owner = '', reviewBy = '', sources = [] } = freshness;
  const kept = sources.join('\n');
  const typedOwner = useTyped(owner);
  const typedSources = useTyped(kept);
  const sessions = { owner: useSession('owner'), sources: useSession('sources') };
  const set = (part: FreshnessOf, session?: string) => setBeside(editor, 'freshness', said({ ...freshness, ...part }), session);
  const typeOwner = (text: string) => {
    typedOwner.type(text, text.trim());
    if (text.trim() !== owner) set({ owner: text.trim() }, sessions.owner());
  };
  const typeSources = (text: string) => {
    const next = lines(text);
    typedSources.type(text, next.join('\n'));
    if (next.join('\n') !== kept) set({ sources: next }, sessions.sources());
  };
  return (
    <details className={css.beside}>
      <summary>Keeping it true</summary>
      <div className={css.fields}>
        <TextField
          label="Look at it again by"
          type="date"
          data-freshness
          value={reviewBy}
          onChange={(event) => set({ reviewBy: event.target.value })}
        />
        <TextField
          label="Who looks after it"
          value={typedOwner.value}
          maxLength={120}
          placeholder={author || 'You'}
          onChange={(event) => typeOwner(event.target.value)}
          onBlur={typedOwner.settle}
        />
        <TextArea
          label="Sources, one a line"
          value={typedSources.value}
          rows={2}
          onChange={(event) => typeSources(event.target.value)}
          onBlur={typedSources.settle}
        />
      </div>
    </details>
  );
}
