import { z } from 'zod';
import { Anchor } from '../../../shared/model/review/anchor.ts';
import type { Reply, ReviewComment, Turn } from '../../../shared/model/review/comment.ts';
import type { Hub } from '../../hub-env.ts';

const names = z.array(z.string());
const mentions = (json: string): string[] => names.parse(JSON.parse(json));

/** Under whose name words stand: an account's, or that of someone without one, and who brought them. */
const nameOf = (author_name: string | null, account: string): string =>
  author_name === null ? account : `${author_name} (by file, from ${account})`;

async function repliesTo({ database }: Pick<Hub, 'database'>, ids: string[]): Promise<Map<string, Reply[]>> {
  const rows = await database
    .selectFrom('comment_replies')
    .innerJoin('user', 'user.id', 'comment_replies.author_id')
    .where('comment_id', 'in', ids)
    .orderBy('created_at')
    .orderBy('comment_replies.id')
    .select(['comment_replies.id', 'comment_id', 'user.name', 'author_name', 'text', 'mentions', 'created_at'])
    .execute();
  const read = rows.map((row) => ({
    commentId: row.comment_id,
    reply: {
      id: row.id,
      author: nameOf(row.author_name, row.name),
      text: row.text,
      mentions: mentions(row.mentions),
      createdAt: row.created_at,
    },
  }));
  return mapped(read, ({ reply }) => reply);
}

async function turnsOf({ database }: Pick<Hub, 'database'>, ids: string[]): Promise<Map<string, Turn[]>> {
  const rows = await database.selectFrom('comment_turns').where('comment_id', 'in', ids).orderBy('at').selectAll().execute();
  return mapped(
    rows.map(({ comment_id, state, by_name, at }) => ({ commentId: comment_id, turn: { state, by: by_name, at } })),
    ({ turn }) => turn,
  );
}

function mapped<Row extends { commentId: string }, T>(rows: Row[], value: (row: Row) => T): Map<string, T[]> {
  const grouped = Map.groupBy(rows, ({ commentId }) => commentId);
  return new Map([...grouped].map(([id, all]) => [id, all.map(value)]));
}

/** What was said about modules, oldest first, with replies and turns. */
export async function commentsOn(hub: Pick<Hub, 'database'>, moduleId: string): Promise<ReviewComment[]> {
  const rows = await hub.database
    .selectFrom('comments')
    .innerJoin('user', 'user.id', 'comments.author_id')
    .where('module_id', '=', moduleId)
    .orderBy('created_at')
    .orderBy('comments.id')
    .select([
      'comments.id',
      'anchor',
      'severity',
      'round',
      'revision',
      'user.name',
      'author_name',
      'text',
      'mentions',
      'suggestion',
      'created_at',
    ])
    .execute();
  const ids = rows.map(({ id }) => id);
  const [replies, turns] = ids.length > 0 ? await Promise.all([repliesTo(hub, ids), turnsOf(hub, ids)]) : [new Map(), new Map()];
  return rows.map((row) => ({
    id: row.id,
    anchor: Anchor.parse(JSON.parse(row.anchor)),
    severity: row.severity,
    round: row.round,
    revision: row.revision,
    author: nameOf(row.author_name, row.name),
    text: row.text,
    mentions: mentions(row.mentions),
    ...(row.suggestion !== null && { suggestion: row.suggestion }),
    createdAt: row.created_at,
    replies: replies.get(row.id) ?? [],
    turns: turns.get(row.id) ?? [],
  }));
}
