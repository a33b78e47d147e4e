import { useId } from 'react';
import css from './letter-keys.module.css';
import { useLetterKeys } from './letter-keys.ts';

/** The one switch for keys of one letter, wherever it stands. */
export function LetterKeysSwitch() {
  const [on, set] = useLetterKeys();
  const id = useId();
  return (
    <div className={css.switch}>
      <label>
        <input type="checkbox" checked={on} aria-describedby={`${id}-hint`} onChange={({ target }) => set(target.checked)} />
        Keys of one letter
      </label>
      <p id={`${id}-hint`}>
        Letters and signs pressed alone, as S to stop a recording. Who speaks to her computer, or hits keys by chance, switches them off for
        the whole studio: buttons do the same, and keys like Space, Delete, arrows and those with Ctrl or Alt stay.
      </p>
    </div>
  );
}
