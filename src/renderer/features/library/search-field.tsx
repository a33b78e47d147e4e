import { Search, X } from 'lucide-react';
import { type Ref, useEffect, useRef, useState } from 'react';
import { longestQuery } from '../../../shared/model/library/query.ts';
import { IconButton } from '../../ui/button.tsx';
import css from './search-field.module.css';

/** So long nobody presses a key before it is looked for, in milliseconds. */
const rest = 120;

interface Props {
  label: string;
  words: string;
  onWords(words: string): void;
  field?: Ref<HTMLInputElement>;
  /** Where the arrow key leads from here. */
  onDown?(): void;
}

/** Looks for what is typed while it is typed. */
export function SearchField({ label, words, onWords, field, onDown }: Props) {
  const [typed, setTyped] = useState(words);
  const sent = useRef(words);
  // What came by the address, as by the way back, is shown; what this field itself asked for does not write over newer letters.
  useEffect(() => {
    if (words === sent.current) return;
    sent.current = words;
    setTyped(words);
  }, [words]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      onWords(typed);
    }, rest);
    return () => clearTimeout(timer);
  }, [typed, onWords]);
  return (
    <search className={css.search}>
      <Search size={20} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={longestQuery}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') {
            event.preventDefault();
            event.stopPropagation();
            setTyped('');
          }
          if (event.key === 'ArrowDown' && onDown) {
            event.preventDefault();
            onDown();
          }
        }}
      />
      {typed !== '' && <IconButton label="Show all again" icon={X} onClick={() => setTyped('')} />}
    </search>
  );
}
