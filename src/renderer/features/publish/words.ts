import type { HandInCheck } from '../../../shared/contract/publishing.ts';
import { isOpen } from '../../../shared/model/review/comment.ts';
import type { Review } from '../../../shared/model/review/review.ts';

export type Tone = 'none' | 'waiting' | 'attention' | 'good';

export interface StateWords {
  text: string;
  tone: Tone;
}

export const openComments = (review: Review): number => review.comments.filter(isOpen).length;

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Whether the module on the desk is another one than the one a review speaks of. */
function changedSince(review: Review, draft: HandInCheck['revision'] | null): boolean {
  if (draft === null) return false;
  if (review.state === 'published') return review.publishedRevision !== draft;
  if (review.state === 'approved' || review.state === 'retired') return review.approvedRevision !== draft;
  return review.state === 'in-review' && review.revision !== draft;
}

export const notHandedIn: StateWords = { text: 'Not handed in yet', tone: 'none' };

/** Where a module stands, as one says it. `draft` is the revision on the desk, or null where nobody knows it yet. */
export function stateWords(review: Review, draft: string | null): StateWords {
  const changed = changedSince(review, draft);
  switch (review.state) {
    case 'draft': {
      const todo = openComments(review);
      return todo > 0 ? { text: `Back from a review by file: ${count(todo, 'thing', 'things')} to do`, tone: 'attention' } : notHandedIn;
    }
    case 'in-review':
      return changed
        ? { text: 'With the reviewers, in the state before your last change', tone: 'attention' }
        : { text: review.round > 1 ? `With the reviewers, round ${review.round}` : 'With the reviewers', tone: 'waiting' };
    case 'changes-requested': {
      const todo = openComments(review);
      return { text: todo > 0 ? `Back from review: ${count(todo, 'thing', 'things')} to do` : 'Back from review', tone: 'attention' };
    }
    case 'approved':
      return changed
        ? { text: 'Changed since it was approved: hand it in again', tone: 'attention' }
        : { text: 'Approved and ready to publish', tone: 'good' };
    case 'published':
      return changed ? { text: 'Published; your last change is not in it yet', tone: 'attention' } : { text: 'Published', tone: 'good' };
    case 'retired':
      return { text: 'Taken back', tone: 'none' };
  }
}

/** Colleagues see a version of it, whatever round of review is running. */
export const isSeen = ({ publishedRevision }: Review): boolean => publishedRevision !== null;

/** Taken back, it could be published again as it is: the version that colleagues see is still the approved one. */
export const backAtOnce = ({ publishedRevision, approvedRevision }: Review): boolean => publishedRevision === approvedRevision;

/** What can be done next with a module at the hub. */
export function nextStep(review: Review, draft: string | null): 'hand-in' | 'publish' | 'wait' | 'done' {
  const changed = changedSince(review, draft);
  if (changed) return 'hand-in';
  switch (review.state) {
    case 'draft':
    case 'changes-requested':
      return 'hand-in';
    case 'in-review':
      return 'wait';
    case 'approved':
    case 'retired':
      return 'publish';
    case 'published':
      return 'done';
  }
}
