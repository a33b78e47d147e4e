import type { Ref } from 'react';
import { Link } from 'react-router';
import type { LibraryCard } from '../../../shared/contract/library.ts';
import type { StateWords } from '../publish/words.ts';
import css from './module-card.module.css';
import { ModuleMenu } from './module-menu.tsx';
import { By, Facts, type Person, Poster } from './module-parts.tsx';
import { titleOf } from './module-words.ts';
import type { ModuleActions } from './use-modules.ts';

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
  return (
    <article className={as === 'grid' ? css.card : css.row}>
      <Poster poster={card.poster} />
      <div className={css.words}>
        <By card={card} author={author} />
        <h3 className={css.title}>
          <Link to={`/write/${card.id}`} tabIndex={current ? 0 : -1} ref={link}>
            {titleOf(card)}
          </Link>
        </h3>
        <Facts card={card} standing={standing} />
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
      <span className={css.pending} />
      <div className={css.words}>
        <i className={css.line} />
        <i className={css.line} />
      </div>
    </div>
  );
}
