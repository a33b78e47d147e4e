import { ArrowLeft, Check } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { SaveState } from '../../saving/autosave.ts';
import { saveWords } from '../../saving/save-words.ts';
import { ButtonLink } from '../../ui/button.tsx';
import styles from './room.module.css';

/** A title that is edited where it stands: Enter keeps it, Escape puts the old one back. */
function Title({ title, onRename }: { title: string; onRename: (title: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const next = typed?.trim();
    if (next) onRename(next);
    setTyped(null);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') setTyped(null);
    if (event.key === 'Enter') event.currentTarget.blur();
  };
  return (
    <input
      className={styles.title}
      aria-label="Title"
      maxLength={120}
      value={typed ?? title}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={press}
    />
  );
}

export function Header({ title, saving, onRename }: { title: string; saving: SaveState; onRename: (title: string) => void }) {
  return (
    <header className={styles.header}>
      <ButtonLink to="/" variant="plain" icon={ArrowLeft}>
        Home
      </ButtonLink>
      <h1 className="visually-hidden">Cutting room: {title}</h1>
      <Title title={title} onRename={onRename} />
      <p className={styles.saved} role="status">
        {saving.is === 'saved' && <Check size={16} aria-hidden="true" />}
        {saveWords[saving.is]}
      </p>
    </header>
  );
}
