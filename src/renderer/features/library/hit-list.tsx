import type { KeyboardEvent } from 'react';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/card.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { everything, type LibraryView, writeView } from './address.ts';
import { Hit } from './hits.tsx';
import type { Person } from './module-parts.tsx';
import { standingOf } from './module-words.ts';
import { Toolbar } from './toolbar.tsx';
import { type ModuleActions, useHits, useReviews } from './use-modules.ts';

/** The arrow keys lead from one place that was found to the next, over the modules. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (direction === undefined || !(event.target instanceof HTMLAnchorElement)) return;
  const places = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hit]')];
  const next = places[places.indexOf(event.target) + direction];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** What was found, the best first, with the places. */
export function Hits({ view, author, actions }: { view: LibraryView; author: Person; actions: ModuleActions }) {
  const { total, entries, error, more, loading } = useHits(view.filter);
  const reviewOf = useReviews();
  if (error) return <FaultNotice error={error} />;
  if (total === null) return <div aria-busy="true" />;
  if (total === 0) {
    return (
      <Empty
        title={`Nothing holds “${view.filter.words.trim()}”`}
        action={<ButtonLink to={writeView(everything(view))}>Show all modules</ButtonLink>}
      >
        Fewer letters find more: the beginning of a word is enough.
      </Empty>
    );
  }
  return (
    <>
      <Toolbar view={view} total={total} />
      <ol aria-label="Found" onKeyDown={step}>
        {entries.map((entry) => (
          <Hit
            key={entry.card.id}
            entry={entry}
            standing={standingOf(entry.card, reviewOf(entry.card.id))}
            author={author}
            actions={actions}
          />
        ))}
      </ol>
      {more && (
        <div>
          <Button onClick={more} busy={loading}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
}
