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
}

/** A few words at a time: Enter or the button adds them, each can be taken away. */
export function Chips({ label, hint, values, onChange }: ChipsProps) {
  const [typed, setTyped] = useState('');
  const word = typed.trim();
  const add = () => {
    if (word === '') return;
    if (!values.includes(word)) onChange([...values, word].slice(0, most));
    setTyped('');
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    add();
  };
  return (
    // What was typed counts without the button as well: who goes on to save has meant it.
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears that the focus leaves the fields inside
    <div className={css.chips} onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && add()}>
      <div className={css.add}>
        <TextField
          label={label}
          hint={values.length < most ? hint : 'Twelve are enough.'}
          value={typed}
          maxLength={60}
          disabled={values.length >= most}
          onChange={(event) => setTyped(event.target.value)}
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
