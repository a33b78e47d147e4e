import { z } from 'zod';
import type { FileReview } from '../../../shared/contract/reviewing.ts';
import type { Block } from '../../../shared/model/blocks/index.ts';
import { Severity } from '../../../shared/model/review/comment.ts';
import { begunBefore } from '../../saving/use-begun.ts';
import { SpokenOf } from './use-spoken-of.ts';

/** A comment that was begun and not added yet, and which revision was on screen. */
export const BegunComment = z.object({
  revision: z.string(),
  text: z.string(),
  severity: Severity,
  suggestion: z.string(),
  spoken: SpokenOf,
});
export type BegunComment = z.infer<typeof BegunComment>;

type Review = Pick<FileReview, 'moduleId' | 'revision'>;

export const begunName = ({ moduleId }: Review, block: Block | null): string => `comment ${moduleId} ${block?.attrs.id ?? ''}`;

/** The words are still right in another revision; the place they spoke of need not be there any more. */
export function begunComment(review: Review, block: Block | null): (Omit<BegunComment, 'spoken'> & { spoken: SpokenOf | null }) | null {
  const begun = begunBefore(begunName(review, block), BegunComment);
  return begun && { ...begun, spoken: begun.revision === review.revision ? begun.spoken : null };
}
