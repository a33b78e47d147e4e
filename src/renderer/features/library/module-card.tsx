import { memo } from 'react';
import { Link } from 'react-router';
import type { LibraryCard } from '../../../shared/contract/library.ts';
import type { Review } from '../../../shared/model/review/review.ts';
import css from './module-card.module.css';
import type { Place } from './module-grid.tsx';
import { ModuleMenu } from './module-menu.tsx';
import { By, Facts, type Person, Poster } from './module-parts.tsx';
import { standingOf, titleOf } from './module-words.ts';
import type { ModuleActions } from './use-modules.ts';

interface Props extends Place {
  card: LibraryCard;
  as: 'grid' | 'list';
  review: Review | undefined;
  author: Person;
  actions: ModuleActions;
}

/** Who made it, what it is called, and where it stands. */
export const ModuleCard = memo(function ModuleCard({ card, as, review, author, actions, index, current, arrive }: Props) {
  return (
    <article className={as === 'grid' ? css.card : css.row}>
      <Poster poster={card.poster} />
      <div className={css.words}>
        <By card={card} author={author} />
        <h3 className={css.title}>
          <Link to={`/write/${card.id}`} tabIndex={current ? 0 : -1} ref={(link) => arrive(index, link)}>
            {titleOf(card)}
          </Link>
        </h3>
        <Facts card={card} standing={standingOf(card, review)} />
      </div>
      <div className={css.menu}>
        <ModuleMenu card={card} actions={actions} skipped={!current} />
      </div>
    </article>
  );
});

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
