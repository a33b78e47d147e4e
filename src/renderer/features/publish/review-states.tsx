import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ModuleDraft } from '../../../shared/model/module.ts';
import { orpc } from '../../api/client.ts';
import css from './publish.module.css';
import { StateBadge } from './state-badge.tsx';
import { stateWords } from './words.ts';

/** The state of one module in words, beside its title: on the home page and in lists. */
export function ReviewStateOf({ moduleId }: { moduleId: string }) {
  const { data } = useQuery(orpc.publishing.reviews.queryOptions());
  const check = useQuery(orpc.publishing.check.queryOptions({ input: { moduleId } }));
  const review = data?.reviews.find((one) => one.moduleId === moduleId);
  return review ? <StateBadge {...stateWords(review, check.data?.revision ?? null)} /> : null;
}

/** Modules with where they stand, each a way to its page. */
export function ReviewStates({ modules }: { modules: readonly ModuleDraft[] }) {
  return (
    <ul className={css.states}>
      {modules.map((draft) => (
        <li key={draft.id}>
          <Link to={`/publish/${draft.id}`} className={css.title}>
            {draft.content.title || 'Without a title'}
          </Link>
          <ReviewStateOf moduleId={draft.id} />
        </li>
      ))}
    </ul>
  );
}
