import { Video } from 'lucide-react';
import type { LibraryCard } from '../../../shared/contract/library.ts';
import { Ago } from '../../ui/ago.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { StateBadge } from '../publish/state-badge.tsx';
import type { StateWords } from '../publish/words.ts';
import css from './module-parts.module.css';
import { minutesOf } from './module-words.ts';

export interface Person {
  name: string;
  photo: string | null;
}

/** Whose face and name stand before the title. */
const personOf = ({ origin }: LibraryCard, author: Person): Person =>
  origin ? { name: origin.name, photo: origin.photo && `/media/${origin.photo}` } : author;

/** The first picture one sees of a module, or the place of one. */
export function Poster({ poster }: Pick<LibraryCard, 'poster'>) {
  if (poster) return <img className={css.poster} src={`/media/${poster}`} alt="" loading="lazy" decoding="async" />;
  return (
    <span className={css.poster}>
      <Video size={24} aria-hidden="true" />
    </span>
  );
}

/** Who made it. */
export function By({ card, author }: { card: LibraryCard; author: Person }) {
  const by = personOf(card, author);
  return (
    <p className={css.by}>
      <Avatar name={by.name} photo={by.photo} size={24} />
      <span>{card.origin ? `From ${by.name}` : by.name || 'You'}</span>
    </p>
  );
}

/** Where it stands, how long it takes, and when it was last changed. */
export function Facts({ card, standing }: { card: LibraryCard; standing: StateWords }) {
  return (
    <p className={css.facts}>
      <StateBadge {...standing} />
      <span>
        {minutesOf(card)} · <Ago at={card.updatedAt} />
      </span>
    </p>
  );
}
