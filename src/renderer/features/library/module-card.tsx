import { Video } from 'lucide-react';
import type { Ref } from 'react';
import { Link } from 'react-router';
import type { LibraryCard } from '../../../shared/contract/library.ts';
import { Ago } from '../../ui/ago.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { StateBadge } from '../publish/state-badge.tsx';
import type { StateWords } from '../publish/words.ts';
import css from './module-card.module.css';
import { ModuleMenu } from './module-menu.tsx';
import { minutesOf, titleOf } from './module-words.ts';
import type { ModuleActions } from './use-modules.ts';

export interface Person {
  name: string;
  photo: string | null;
}

/** Whose face and name stand before the title. */
export const personOf = ({ origin }: LibraryCard, author: Person): Person =>
  origin ? { name: origin.name, photo: origin.photo && `/media/${origin.photo}` } : author;

interface Props {
  card: LibraryCard;
  as: 'grid' | 'list';
  standing: StateWords;
  author: Person;
  actions: ModuleActions;
  /** Whether the Tab key stops here: at one card of all. */
  current: boolean;
  link: Ref<HTMLAnchorElement>;
}

/** Who made it, what it is called, and where it stands. */
export function ModuleCard({ card, as, standing, author, actions, current, link }: Props) {
  const by = personOf(card, author);
  return (
    <article className={as === 'grid' ? css.card : css.row}>
      {card.poster ? (
        <img className={css.poster} src={`/media/${card.poster}`} alt="" loading="lazy" decoding="async" />
      ) : (
        <span className={css.poster}>
          <Video size={24} aria-hidden="true" />
        </span>
      )}
      <div className={css.words}>
        <p className={css.by}>
          <Avatar name={by.name} photo={by.photo} size={24} />
          <span>{card.origin ? `From ${by.name}` : by.name || 'You'}</span>
        </p>
        <h3 className={css.title}>
          <Link to={`/write/${card.id}`} tabIndex={current ? 0 : -1} ref={link}>
            {titleOf(card)}
          </Link>
        </h3>
        <p className={css.facts}>
          <StateBadge {...standing} />
          <span>
            {minutesOf(card)} · <Ago at={card.updatedAt} />
          </span>
        </p>
      </div>
      <div className={css.menu}>
        <ModuleMenu card={card} actions={actions} skipped={!current} />
      </div>
    </article>
  );
}

/** The place of a card that is still on its way. */
export function CardToCome({ as }: { as: 'grid' | 'list' }) {
  return (
    <div className={as === 'grid' ? css.card : css.row} aria-busy="true">
      <span className={css.poster} />
      <div className={css.words}>
        <i className={css.line} />
        <i className={css.line} />
      </div>
    </div>
  );
}
