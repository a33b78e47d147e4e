import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LibraryCard } from '../../../shared/contract/library.ts';
import { orpc } from '../../api/client.ts';
import css from './publish.module.css';
import { StateBadge } from './state-badge.tsx';
import { notHandedIn, stateWords } from './words.ts';

/** The state of one module in words, beside its title; `revision` is the one on the desk. */
export function ReviewStateOf({ moduleId, revision }: { moduleId: string; revision: string }) {
  const { data } = useQuery(orpc.publishing.reviews.queryOptions());
  const review = data?.reviews.find((one) => one.moduleId === moduleId);
  return review ? <StateBadge {...stateWords(review, revision)} /> : null;
}

/** The same where each module of a list says it, also one of which the hub knows nothing. */
function StandingOf({ moduleId, revision }: { moduleId: string; revision: string }) {
  const { data } = useQuery(orpc.publishing.reviews.queryOptions());
  if (data && !data.reviews.some((one) => one.moduleId === moduleId)) return <StateBadge {...notHandedIn} />;
  return <ReviewStateOf moduleId={moduleId} revision={revision} />;
}

/** Modules with where they stand, each a way to its page. */
export function ReviewStates({ modules }: { modules: readonly LibraryCard[] }) {
  return (
    <ul className={css.states}>
      {modules.map(({ id, title, revision }) => (
        <li key={id}>
          <Link to={`/publish/${id}`} className={css.title}>
            {title || 'Without a title'}
          </Link>
          <StandingOf moduleId={id} revision={revision} />
        </li>
      ))}
    </ul>
  );
}
