import type { Editor } from '@tiptap/react';
import type { Freshness as FreshnessOf } from '../../../../shared/model/module.ts';
import { TextArea, TextField } from '../../../ui/field.tsx';
import { setBeside } from '../document.ts';
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

/** Until when the lesson is known to be right, who looks after it, and what it leans on. Fields begin anew where undo changed them. */
export function Freshness({ author, editor }: { author: string; editor: Editor }) {
  const { freshness = {} } = useBeside(editor);
  const { owner = '', reviewBy = '', sources = [] } = freshness;
  const set = (part: FreshnessOf) => setBeside(editor, 'freshness', said({ ...freshness, ...part }));
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
          key={owner}
          label="Who looks after it"
          defaultValue={owner}
          maxLength={120}
          placeholder={author || 'You'}
          onBlur={({ target }) => target.value.trim() !== owner && set({ owner: target.value.trim() })}
        />
        <TextArea
          key={sources.join('\n')}
          label="Sources, one a line"
          defaultValue={sources.join('\n')}
          rows={2}
          onBlur={({ target }) => lines(target.value).join() !== sources.join() && set({ sources: lines(target.value) })}
        />
      </div>
    </details>
  );
}
