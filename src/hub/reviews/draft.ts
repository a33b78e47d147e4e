import { z } from 'zod';
import { type Difference, differenceBetween } from '../../shared/model/difference/difference.ts';
import { ModuleContent } from '../../shared/model/module.ts';
import { SweepRecord } from '../../shared/model/privacy/record.ts';
import { Profile } from '../../shared/model/profile.ts';
import type { Review } from '../../shared/model/review/review.ts';
import type { Hub, Person } from '../hub-env.ts';
import { findForReview, reviewOf } from './find.ts';
import { type PlacedComment, placedIn } from './places.ts';

/** What a reviewer has before her: the revision last handed in, and how it differs from the round before. */
export interface Draft {
  review: Review;
  revision: string;
  authorId: string;
  /** Her profile as it came with this revision, under the name of her account. */
  author: Profile;
  /** The name in that profile, where it is another one. */
  otherName: string | null;
  content: ModuleContent;
  handedInAt: string;
  /** What was searched for in its videos, and decided. */
  sweeps: SweepRecord[];
  /** Against the last revision of the round before; null in the first round. */
  changes: Difference | null;
  /** What was said, and where it stands in the content on screen. */
  comments: PlacedComment[];
  /** The same, where a page shows only some of them. */
  every: PlacedComment[];
}

/** Refuses with NOT_FOUND for people who may not look at it. */
export async function draftFor(hub: Pick<Hub, 'database' | 'url'>, person: Person, moduleId: string): Promise<Draft> {
  const row = await findForReview(hub, person, moduleId);
  const revisions = hub.database
    .selectFrom('revisions')
    .where('module_id', '=', moduleId)
    .select(['content', 'author', 'handed_in_at', 'sweeps']);
  const [review, account, current, before] = await Promise.all([
    reviewOf(hub, row),
    hub.database.selectFrom('user').where('id', '=', row.author_id).select('name').executeTakeFirstOrThrow(),
    revisions.where('hash', '=', row.revision).executeTakeFirstOrThrow(),
    revisions
      .where('round', '<', row.round)
      .where('hash', '!=', row.revision)
      .orderBy('round', 'desc')
      .orderBy('handed_in_at', 'desc')
      .executeTakeFirst(),
  ]);
  const content = ModuleContent.parse(JSON.parse(current.content));
  const profile = Profile.parse(JSON.parse(current.author));
  const comments = await placedIn(hub, moduleId, review.comments, content);
  return {
    review,
    revision: row.revision,
    authorId: row.author_id,
    author: { ...profile, name: account.name },
    otherName: profile.name === account.name ? null : profile.name,
    content,
    handedInAt: current.handed_in_at,
    sweeps: z.array(SweepRecord).parse(JSON.parse(current.sweeps)),
    comments,
    every: comments,
    changes: before ? differenceBetween(ModuleContent.parse(JSON.parse(before.content)), content) : null,
  };
}
