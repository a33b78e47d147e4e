import { z } from 'zod';

/** Where a module stands on its way to colleagues. `draft` is the state of a module that was never handed in. */
export const ReviewState = z.enum(['draft', 'in-review', 'changes-requested', 'approved', 'published', 'retired']);
export type ReviewState = z.infer<typeof ReviewState>;

export const ReviewAction = z.enum(['hand-in', 'return', 'approve', 'publish', 'retire']);
export type ReviewAction = z.infer<typeof ReviewAction>;

const transitions: Record<ReviewState, Partial<Record<ReviewAction, ReviewState>>> = {
  draft: { 'hand-in': 'in-review' },
  'in-review': { 'hand-in': 'in-review', return: 'changes-requested', approve: 'approved' },
  'changes-requested': { 'hand-in': 'in-review' },
  approved: { 'hand-in': 'in-review', publish: 'published', return: 'changes-requested' },
  published: { 'hand-in': 'in-review', retire: 'retired' },
  retired: { 'hand-in': 'in-review', publish: 'published' },
};

/** The state after an action, or null where the action is not allowed. What is published stays published while a newer round runs. */
export const nextState = (state: ReviewState, action: ReviewAction): ReviewState | null => transitions[state][action] ?? null;
