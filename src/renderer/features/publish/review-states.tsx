import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LibraryCard } from '../../../shared/contract/library.ts';
import { orpc } from '../../api/client.ts';
import css from './publish.module.css';
import { StateBadge } from './state-badge.tsx';
import { stateWords } from './words.ts';

/** The state of one module in words, beside its title; `revision` is the one on the desk. */
export function ReviewStateOf({ moduleId, revision }: { moduleId: string; revision: string }) {
  const { data } = useQuery(orpc.publishing.reviews.queryOptions());
  const review = data?.reviews.find((one) => one.moduleId === moduleId);
  return review ? <StateBadge {...stateWords(review, revision)} /> : null;
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
          <ReviewStateOf moduleId={id} revision={revision} />
        </li>
      ))}
    </ul>
  );
}
