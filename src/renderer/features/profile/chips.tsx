import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import css from './profile.module.css';

const most = 12;

interface ChipsProps {
  label: string;
  hint: string;
  values: string[];
  onChange(values: string[]): void;
  /** Hears what is typed and not added yet, for a page that saves all at once. */
  onTyped?(word: string): void;
}

/** The words with one more, unless it is empty, there already, or more than enough. */
export const withWord = (values: readonly string[], word: string): string[] =>
  word.trim() === '' || values.includes(word.trim()) ? [...values] : [...values, word.trim()].slice(0, most);

/** A few words at a time: Enter or the button adds them, each can be taken away. */
export function Chips({ label, hint, values, onChange, onTyped }: ChipsProps) {
  const [typed, setTyped] = useState('');
  const type = (next: string) => {
    setTyped(next);
    onTyped?.(next);
  };
  const word = typed.trim();
  const add = () => {
    if (word === '') return;
    onChange(withWord(values, word));
    type('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    add();
  };
  return (
    <div className={css.chips}>
      <div className={css.add}>
        <TextField
          label={label}
          hint={values.length < most ? hint : 'Twelve are enough.'}
          value={typed}
          maxLength={60}
          disabled={values.length >= most}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
        />
        <Button onClick={add} disabled={word === ''}>
          Add
        </Button>
      </div>
      {values.length > 0 && (
        <ul aria-label={label}>
          {values.map((value) => (
            <li key={value}>
              {value}
              <IconButton label={`Remove ${value}`} icon={X} onClick={() => onChange(values.filter((one) => one !== value))} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
