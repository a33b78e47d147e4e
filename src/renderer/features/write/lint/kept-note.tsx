import { useId, useState } from 'react';
import css from './lint.module.css';

interface NoteProps {
  kind: string;
  because: string;
  onChange(because: string): void;
}

/** A word to the reviewer on a warning that stays. It is kept when one leaves the field. */
export function KeptNote({ kind, because, onChange }: NoteProps) {
  const [text, setText] = useState(because);
  const id = useId();
  return (
    <div className={css.note}>
      <label htmlFor={id}>
        It stays, because <span className="visually-hidden">({kind})</span>
      </label>
      <input
        id={id}
        value={text}
        maxLength={300}
        placeholder="a word to the reviewer"
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() !== because && onChange(text.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </div>
  );
}
