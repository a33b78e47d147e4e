import { mentionsIn } from '../../../shared/model/review/mentions.ts';
import type { Hub, Person } from '../../hub-env.ts';

interface Reader {
  id: string;
  name: string;
}

/** Everyone who may read what is said about a module: its author, reviewers and publishers. */
export async function readersOf({ database }: Pick<Hub, 'database'>, authorId: string): Promise<Reader[]> {
  return database
    .selectFrom('user')
    .leftJoin('deactivations', 'deactivations.person_id', 'user.id')
    .where('deactivations.at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('user.id', '=', authorId),
        eb('user.id', 'in', eb.selectFrom('person_roles').where('role', 'in', ['reviewer', 'publisher']).select('person_id')),
      ]),
    )
    .orderBy('user.name')
    .select(['user.id', 'user.name'])
    .execute();
}

interface Said {
  commentId: string;
  authorId: string;
  text: string;
  at: string;
}

/** The names spoken to in a text, kept for the people who bear them. Nobody is told of what she wrote herself. */
export async function keepMentions(hub: Pick<Hub, 'database'>, by: Pick<Person, 'id'>, said: Said): Promise<void> {
  const readers = await readersOf(hub, said.authorId);
  const names = new Set(
    mentionsIn(
      said.text,
      readers.map(({ name }) => name),
    ),
  );
  const rows = readers
    .filter(({ id, name }) => names.has(name) && id !== by.id)
    .map(({ id }) => ({ person_id: id, comment_id: said.commentId, at: said.at, seen_at: null }));
  if (rows.length === 0) return;
  await hub.database
    .insertInto('mentions')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['person_id', 'comment_id', 'at']).doNothing())
    .execute();
}

/** Who is spoken to, as it is kept with the words. */
export async function namesIn(hub: Pick<Hub, 'database'>, authorId: string, text: string): Promise<string> {
  const readers = await readersOf(hub, authorId);
  return JSON.stringify(
    mentionsIn(
      text,
      readers.map(({ name }) => name),
    ).slice(0, 20),
  );
}

/** She has the module before her: what spoke to her in it counts as seen. */
export async function sawMentions({ database }: Pick<Hub, 'database'>, person: Pick<Person, 'id'>, moduleId: string): Promise<void> {
  await database
    .updateTable('mentions')
    .set({ seen_at: new Date().toISOString() })
    .where('person_id', '=', person.id)
    .where('seen_at', 'is', null)
    .where('comment_id', 'in', (eb) => eb.selectFrom('comments').where('module_id', '=', moduleId).select('id'))
    .execute();
}

export interface UnseenMention {
  moduleId: string;
  title: string;
  count: number;
}

/** Modules in which someone is spoken to and has not looked yet. */
export async function unseenMentions({ database }: Pick<Hub, 'database'>, person: Pick<Person, 'id'>): Promise<UnseenMention[]> {
  const rows = await database
    .selectFrom('mentions')
    .innerJoin('comments', 'comments.id', 'mentions.comment_id')
    .innerJoin('modules', 'modules.id', 'comments.module_id')
    .where('person_id', '=', person.id)
    .where('seen_at', 'is', null)
    .groupBy(['modules.id', 'modules.title'])
    .select((eb) => ['modules.id as moduleId', 'modules.title', eb.fn.countAll<number>().as('count')])
    .execute();
  return rows;
}
