import { Fault } from '../../../shared/contract/faults.ts';
import { ModuleContent } from '../../../shared/model/module.ts';
import { anchored } from '../../../shared/model/review/anchored.ts';
import type { ReviewComment } from '../../../shared/model/review/comment.ts';
import { mergeComments } from '../../../shared/model/review/merge.ts';
import type { Review } from '../../../shared/model/review/review.ts';
import type { Hub, Person } from '../../hub-env.ts';
import { reviewOf } from '../find.ts';
import { writing } from '../log/log.ts';
import { spokenAbout } from './write.ts';

/** Whether words that came along are this person's own. */
const named = (author: string, person: Person): string | null => (author === person.name ? null : author);

async function keepComment(hub: Pick<Hub, 'database'>, person: Person, moduleId: string, one: ReviewComment): Promise<void> {
  await hub.database
    .insertInto('comments')
    .values({
      id: one.id,
      module_id: moduleId,
      revision: one.revision,
      round: one.round,
      author_id: person.id,
      author_name: named(one.author, person),
      anchor: JSON.stringify(one.anchor),
      severity: one.severity,
      text: one.text,
      suggestion: one.suggestion ?? null,
      mentions: JSON.stringify(one.mentions),
      created_at: one.createdAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const owner = await hub.database.selectFrom('comments').where('id', '=', one.id).select('module_id').executeTakeFirstOrThrow();
  if (owner.module_id !== moduleId) throw new Fault('CONFLICT', { what: 'This review speaks of another module.' });
  const replies = one.replies.map(({ id, author, text, mentions, createdAt }) => ({
    id,
    comment_id: one.id,
    author_id: person.id,
    author_name: named(author, person),
    text,
    mentions: JSON.stringify(mentions),
    created_at: createdAt,
  }));
  if (replies.length > 0)
    await hub.database
      .insertInto('comment_replies')
      .values(replies)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  const turns = one.turns.map(({ state, by, at }) => ({
    comment_id: one.id,
    state,
    by_id: person.id,
    by_name: named(by, person) === null ? by : `${by} (by file, from ${person.name})`.slice(0, 200),
    at,
  }));
  if (turns.length > 0)
    await hub.database
      .insertInto('comment_turns')
      .values(turns)
      .onConflict((conflict) => conflict.columns(['comment_id', 'state', 'at']).doNothing())
      .execute();
}

/** What a comment says of where it hangs is made anew from the version it was written on, where the hub has that. */
async function anchoredHere(
  { database }: Pick<Hub, 'database'>,
  moduleId: string,
  comments: readonly ReviewComment[],
): Promise<ReviewComment[]> {
  const named = [...new Set(comments.map(({ revision }) => revision))];
  if (named.length === 0) return [];
  const rows = await database
    .selectFrom('revisions')
    .where('module_id', '=', moduleId)
    .where('hash', 'in', named)
    .select(['hash', 'content'])
    .execute();
  const contents = new Map(rows.map(({ hash, content }) => [hash, ModuleContent.parse(JSON.parse(content))]));
  return comments.map((one) => {
    const content = contents.get(one.revision);
    return { ...one, anchor: (content && anchored(one.anchor, content)) ?? one.anchor };
  });
}

/**
 * Brings in what people without an account wrote into a review file. They stand under their names and that of who brought them.
 * What is here already stays as it is, so a file may come twice and in any order.
 */
export async function mergeIn(
  hub: Hub,
  person: Person,
  { moduleId, comments }: { moduleId: string; comments: ReviewComment[] },
): Promise<Review> {
  const row = await spokenAbout(hub, person, moduleId);
  const anchors = await anchoredHere(hub, moduleId, comments);
  await writing(hub, async (database) => {
    for (const one of mergeComments(anchors, [])) await keepComment({ database }, person, moduleId, one);
  });
  return reviewOf(hub, row);
}
