import { useId } from 'react';
import { useTyped } from '../../../ui/use-typed.ts';
import { useSession } from '../use-session.ts';
import css from './lint.module.css';

interface NoteProps {
  kind: string;
  because: string;
  /** Changes of one `session` are undone together. */
  onChange(because: string, session: string): void;
}

/** A word to the reviewer on a warning that stays. */
export function KeptNote({ kind, because, onChange }: NoteProps) {
  const typed = useTyped(because);
  const id = useId();
  const session = useSession(id);
  const type = (text: string) => {
    typed.type(text, text.trim());
    if (text.trim() !== because) onChange(text.trim(), session());
  };
  return (
    <div className={css.note}>
      <label htmlFor={id}>
        It stays, because <span className="visually-hidden">({kind})</span>
      </label>
      <input
        id={id}
        value={typed.value}
        maxLength={300}
        placeholder="a word to the reviewer"
        onChange={(event) => type(event.target.value)}
        onBlur={typed.settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </div>
  );
}
