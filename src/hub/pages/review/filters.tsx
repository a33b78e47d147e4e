/** @jsxImportSource hono/jsx */
import { z } from 'zod';
import { isOpen, Severity } from '../../../shared/model/review/comment.ts';
import { severityWords } from '../../../shared/model/review/words.ts';
import { reviewPath } from '../../addresses.ts';
import type { Draft } from '../../reviews/draft.ts';
import type { PlacedComment } from '../../reviews/places.ts';

/** What of a review is shown; stands in its address. */
export const ReviewView = z.object({
  /** Everything, also what a reviewer knows from the round before. */
  all: z.literal('1').optional().catch(undefined),
  comments: z
    .enum(['open', ...Severity.options])
    .optional()
    .catch(undefined),
});
export type ReviewView = z.infer<typeof ReviewView>;

export const isShown = ({ comments }: ReviewView, { comment }: PlacedComment): boolean =>
  comments === undefined || (isOpen(comment) && (comments === 'open' || comment.severity === comments));

const address = (moduleId: string, { all, comments }: ReviewView): string => {
  const query = new URLSearchParams({ ...(all && { all }), ...(comments && { comments }) }).toString();
  return query ? `${reviewPath(moduleId)}?${query}` : reviewPath(moduleId);
};

const which: [ReviewView['comments'], string][] = [
  [undefined, 'All comments'],
  ['open', 'Open ones'],
  ...Severity.options.map((severity): [ReviewView['comments'], string] => [severity, severityWords[severity]]),
];

/** Which comments and which parts are shown. */
export const Filters = ({ draft, view }: { draft: Draft; view: ReviewView }) => {
  const { review, every, changes } = draft;
  if (every.length === 0 && changes === null && !view.all) return <div id="filters" data-fresh hidden />;
  return (
    <nav class="filters" aria-label="What is shown" id="filters" data-fresh>
      {every.length > 0 &&
        which.map(([comments, name]) => {
          const count = every.filter((placed) => isShown({ comments }, placed)).length;
          return (
            <a href={address(review.moduleId, { ...view, comments })} aria-current={comments === view.comments ? 'true' : undefined}>
              {name} {count}
            </a>
          );
        })}
      {(changes !== null || view.all) && (
        <a href={address(review.moduleId, { ...view, all: view.all ? undefined : '1' })} class="show-all">
          {view.all ? 'Show only the changes' : 'Show everything'}
        </a>
      )}
    </nav>
  );
};
