import type { LibraryCard, LibraryHit, LibraryOrder, LibraryShelf } from '../../../shared/contract/library.ts';
import type { Review } from '../../../shared/model/review/review.ts';
import type { ReviewState } from '../../../shared/model/review/state.ts';
import { clock } from '../../ui/format.ts';
import { type StateWords, stateWords } from '../publish/words.ts';

export const shelfNames: Record<LibraryShelf, string> = {
  all: 'All modules',
  mine: 'Made here',
  shared: 'Shared with me',
  archived: 'Archive',
};

export const stateNames: Record<ReviewState, string> = {
  draft: 'Drafts',
  'in-review': 'With the reviewers',
  'changes-requested': 'Back from review',
  approved: 'Approved',
  published: 'Published',
  retired: 'Taken back',
};

export const orderNames: Record<Exclude<LibraryOrder, 'best'>, string> = {
  changed: 'Last changed',
  created: 'Newest',
  title: 'Title',
  longest: 'Longest',
};

export const titleOf = (card: Pick<LibraryCard, 'title'>): string => card.title || 'Without a title';

/** Where a module stands, in words; `review` is what the hub last said of it. */
export const standingOf = (card: Pick<LibraryCard, 'revision'>, review: Review | undefined): StateWords =>
  review && review.state !== 'draft' ? stateWords(review, card.revision) : { text: 'Draft', tone: 'none' };

export const minutesOf = ({ seconds }: Pick<LibraryCard, 'seconds'>): string => {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
};

/** Where something was found: "Heading", "Question", "Said at 1:03". */
export function placeName({ where, kind, second }: LibraryHit): string {
  if (where === 'title') return 'Title';
  if (where === 'objective') return 'Objective';
  if (where === 'labels') return 'Skill or tag';
  if (where === 'spoken') return `Said at ${clock(second ?? 0)}`;
  const name = kind ?? 'text';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The way to what was found: into the block, and to the second of its video. */
export function placeOf(id: string, { block, second }: Pick<LibraryHit, 'block' | 'second'>): string {
  if (block === null) return `/write/${id}`;
  return `/write/${id}${second === null ? '' : `?at=${second}`}#${block}`;
}
