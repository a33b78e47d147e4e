/** @jsxImportSource hono/jsx */
import type { ReviewState } from '../../shared/model/review/state.ts';

const words: Record<ReviewState, string> = {
  draft: 'Draft',
  'in-review': 'In review',
  'changes-requested': 'Back with the author',
  approved: 'Approved',
  published: 'Published',
  retired: 'Taken back',
};

export const State = ({ state }: { state: ReviewState }) => <span class={`state ${state}`}>{words[state]}</span>;

/** A revision's name as people say it: the beginning of its hash. */
export const RevisionName = ({ hash }: { hash: string }) => (
  <span class="revision-name" title={hash}>
    {hash.slice(0, 8)}
  </span>
);
