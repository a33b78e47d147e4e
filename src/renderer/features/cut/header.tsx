import { ArrowLeft, Check } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { SaveState } from '../../saving/autosave.ts';
import { saveWords } from '../../saving/save-words.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { useTyped } from '../../ui/use-typed.ts';
import { LastSaid } from './last-said.tsx';
import styles from './room.module.css';
import type { Said } from './use-cutting.ts';

interface TitleProps {
  title: string;
  onRename: (title: string) => void;
  /** What is typed later is another step of undo. */
  onSettle: () => void;
}

/** A title that is edited where it stands, and kept as one types. Escape puts the old one back; without a letter it stays as it was. */
function Title({ title, onRename, onSettle }: TitleProps) {
  const typed = useTyped(title);
  const before = useRef(title);
  const type = (text: string) => {
    const next = text.trim() || before.current;
    typed.type(text, next);
    onRename(next);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') type(before.current);
    if (event.key === 'Enter') event.currentTarget.blur();
  };
  return (
    <input
      className={styles.title}
      aria-label="Title"
      maxLength={120}
      value={typed.value}
      onFocus={() => {
        before.current = title;
      }}
      onChange={(event) => type(event.target.value)}
      onBlur={() => {
        typed.settle();
        onSettle();
      }}
      onKeyDown={press}
    />
  );
}

export function Header({ saving, said, ...named }: TitleProps & { saving: SaveState; said: Said }) {
  return (
    <header className={styles.header}>
      <ButtonLink to="/" variant="plain" icon={ArrowLeft}>
        Home
      </ButtonLink>
      <h1 className="visually-hidden">Cutting room: {named.title}</h1>
      <Title {...named} />
      <LastSaid said={said} />
      <p className={styles.saved} role="status">
        {saving.is === 'saved' && <Check size={16} aria-hidden="true" />}
        {saveWords[saving.is]}
      </p>
    </header>
  );
}
