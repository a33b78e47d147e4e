import { Fault } from '../../../shared/contract/faults.ts';
import { anchored } from '../../../shared/model/review/anchored.ts';
import { isOpen, lastTurn, type Reply, type ReviewComment, type Turn } from '../../../shared/model/review/comment.ts';
import { mergeComments } from '../../../shared/model/review/merge.ts';
import type { Review } from '../../../shared/model/review/review.ts';
import type { Hub, Person } from '../../hub-env.ts';
import { type ModuleRow, reviewOf } from '../find.ts';
import { writeDown, writing } from '../log/log.ts';
import { contentsOf } from '../revision.ts';
import { keepMentions } from './mentioned.ts';
import { commentsOn } from './read.ts';
import { spokenAbout } from './write.ts';

/** Whether words that came along are this person's own. */
const named = (author: string, person: Person): string | null => (author === person.name ? null : author);

/** Under whose name a turn stands: her own, or that of someone without an account, and who brought it. */
const bringer = (by: string, person: Person): string =>
  named(by, person) === null ? by : `${by} (by file, from ${person.name})`.slice(0, 200);

/** A clock may have run ahead; nothing was said later than it came here. */
const notAfter = (at: string, now: string): string => (Date.parse(at) > Date.parse(now) ? now : at);

interface Bringing {
  /** Who brings it in. */
  person: Person;
  row: ModuleRow;
  /** When it is brought in. */
  now: string;
}

type Database = Pick<Hub, 'database'>;

async function keepWords({ database }: Database, { person, row, now }: Bringing, one: ReviewComment): Promise<void> {
  const at = notAfter(one.createdAt, now);
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('comments')
    .values({
      id: one.id,
      module_id: row.id,
      revision: one.revision,
      round: one.round,
      author_id: person.id,
      author_name: named(one.author, person),
      anchor: JSON.stringify(one.anchor),
      severity: one.severity,
      text: one.text,
      suggestion: one.suggestion ?? null,
      mentions: JSON.stringify(one.mentions),
      created_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows) {
    await keepMentions({ database }, person, { commentId: one.id, authorId: row.author_id, text: one.text, at });
    return;
  }
  const owner = await database.selectFrom('comments').where('id', '=', one.id).select('module_id').executeTakeFirstOrThrow();
  if (owner.module_id !== row.id) throw new Fault('CONFLICT', { what: 'This review speaks of another module.' });
}

async function keepReply({ database }: Database, { person, row, now }: Bringing, commentId: string, one: Reply): Promise<void> {
  const at = notAfter(one.createdAt, now);
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('comment_replies')
    .values({
      id: one.id,
      comment_id: commentId,
      author_id: person.id,
      author_name: named(one.author, person),
      text: one.text,
      mentions: JSON.stringify(one.mentions),
      created_at: at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows) await keepMentions({ database }, person, { commentId, authorId: row.author_id, text: one.text, at });
}

async function keepTurn({ database }: Database, { person, now }: Bringing, commentId: string, { state, by, at }: Turn): Promise<void> {
  const turn = { comment_id: commentId, state, by_id: person.id, by_name: bringer(by, person), at: notAfter(at, now) };
  if (turn.at !== at) {
    // It gets another time each time it comes, so its time does not tell whether it is here already.
    const known = database.selectFrom('comment_turns').where('comment_id', '=', commentId).where('state', '=', state);
    if (await known.where('by_name', '=', turn.by_name).select('at').executeTakeFirst()) return;
  }
  await database
    .insertInto('comment_turns')
    .values(turn)
    .onConflict((conflict) => conflict.columns(['comment_id', 'state', 'at']).doNothing())
    .execute();
}

/** What must be settled and was, or was opened again, by what was brought in stands in the log like any other. */
async function writeTurnsDown(
  { database }: Database,
  { person, row }: Bringing,
  before: readonly ReviewComment[],
  brought: ReadonlySet<string>,
): Promise<void> {
  const was = new Map(before.map((comment) => [comment.id, isOpen(comment)]));
  for (const comment of await commentsOn({ database }, row.id)) {
    const last = lastTurn(comment);
    const open = isOpen(comment);
    if (!last || comment.severity !== 'must' || !brought.has(comment.id) || open === (was.get(comment.id) ?? true)) continue;
    const detail = { comment: comment.id, how: last.state, by: last.by };
    const what = open ? 'reopened' : 'settled';
    await writeDown({ database }, { what, who: person, moduleId: row.id, revision: row.revision, detail });
  }
}

/** What a comment says of where it hangs is made anew from the version it was written on, where the hub has that. */
async function anchoredHere(hub: Database, moduleId: string, comments: readonly ReviewComment[]): Promise<ReviewComment[]> {
  const contents = await contentsOf(
    hub,
    moduleId,
    comments.map(({ revision }) => revision),
  );
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
  const said = mergeComments(await anchoredHere(hub, moduleId, comments), []);
  const bringing = { person, row, now: new Date().toISOString() };
  await writing(hub, async (database) => {
    const before = await commentsOn({ database }, moduleId);
    for (const one of said) {
      await keepWords({ database }, bringing, one);
      for (const reply of one.replies) await keepReply({ database }, bringing, one.id, reply);
      for (const turn of one.turns) await keepTurn({ database }, bringing, one.id, turn);
    }
    await writeTurnsDown({ database }, bringing, before, new Set(said.map(({ id }) => id)));
  });
  return reviewOf(hub, row);
}
