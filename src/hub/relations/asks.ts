import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { Fault } from '../../shared/contract/faults.ts';
import type { Ask } from '../../shared/contract/relations.ts';
import { absolute, mediaPath } from '../addresses.ts';
import type { HubTables } from '../database/tables.ts';
import type { Hub } from '../hub-env.ts';
import { type Colleague, colleagues, findColleague } from '../people/colleagues.ts';
import { countTry } from '../security/limits.ts';

/** What someone may be asked about: a module's author, or a person. */
export type AskAbout = { moduleId: string } | { personId: string };

/** A question as the one who asked sees it. */
export interface AskedQuestion {
  id: string;
  to: Colleague;
  moduleId: string | null;
  moduleTitle: string | null;
  text: string;
  createdAt: string;
  answer: Ask['answer'];
}

type AskRow = Selectable<HubTables['asks']> & { title: string | null; answer_title: string | null };

const perHour = { max: 30, seconds: 3600 };

const withTitle = ({ database }: Pick<Hub, 'database'>) =>
  database
    .selectFrom('asks')
    .leftJoin('modules', 'modules.id', 'asks.module_id')
    .leftJoin('modules as answers', (join) =>
      join.onRef('answers.id', '=', 'asks.answer_module_id').on('answers.published_revision', 'is not', null),
    )
    .selectAll('asks')
    .select(['modules.title', 'answers.title as answer_title']);

function answerOf(row: AskRow): Ask['answer'] {
  if (row.answer === null || row.answered_at === null) return null;
  const { answer_module_id: id, answer_title: title } = row;
  return { text: row.answer, createdAt: row.answered_at, module: id !== null && title !== null ? { id, title } : null };
}

/** A person as she goes along with a question or a thank. */
export function sender(hub: Pick<Hub, 'url'>, person: Colleague | undefined): Ask['from'] {
  return { name: person?.name ?? 'A former colleague', photo: person?.photo ? absolute(hub, mediaPath(person.photo)) : null };
}

function asAsk(hub: Pick<Hub, 'url'>, row: AskRow, from: Colleague | undefined): Ask {
  return {
    id: row.id,
    moduleId: row.module_id,
    moduleTitle: row.title,
    from: sender(hub, from),
    text: row.text,
    createdAt: row.created_at,
    answer: answerOf(row),
  };
}

const refused = (message: string) => new Fault('INPUT_INVALID', { issues: [{ path: '', message }] });

/** Who reads the question; refuses with INPUT_INVALID where nobody would, because her account was switched off. */
async function askedPerson(hub: Pick<Hub, 'database'>, about: AskAbout): Promise<string> {
  const id = 'personId' in about ? about.personId : await authorOf(hub, about.moduleId);
  const person = await findColleague(hub, id);
  if (!person) throw new Fault('NOT_FOUND', { what: 'person' });
  if (person.gone) throw refused(`${person.name} is not here any more and gets no questions. Ask another colleague.`);
  return person.id;
}

/** Whose module colleagues see. */
async function authorOf(hub: Pick<Hub, 'database'>, moduleId: string): Promise<string> {
  const module = await hub.database
    .selectFrom('modules')
    .where('id', '=', moduleId)
    .where('published_revision', 'is not', null)
    .select('author_id')
    .executeTakeFirst();
  if (!module) throw new Fault('NOT_FOUND', { what: 'module' });
  return module.author_id;
}

/** Puts a question to a colleague. Refuses with NOT_FOUND, TOO_MANY_TRIES, or INPUT_INVALID where she would ask herself or someone who left. */
export async function ask(hub: Hub, fromId: string, about: AskAbout, text: string): Promise<void> {
  const authorId = await askedPerson(hub, about);
  if (authorId === fromId) throw refused('Questions about this come to you. Ask a colleague instead.');
  await countTry(hub, `ask:${fromId}`, perHour);
  await hub.database
    .insertInto('asks')
    .values({
      id: randomUUID(),
      module_id: 'moduleId' in about ? about.moduleId : null,
      author_id: authorId,
      from_id: fromId,
      text,
      created_at: new Date().toISOString(),
      answer: null,
      answer_module_id: null,
      answered_at: null,
    })
    .execute();
}

/** What colleagues asked this person, newest first. */
export async function asksFor(hub: Pick<Hub, 'database' | 'url'>, authorId: string): Promise<Ask[]> {
  const rows = await withTitle(hub).where('asks.author_id', '=', authorId).orderBy('asks.created_at', 'desc').execute();
  const people = await colleagues(
    hub,
    rows.map((row) => row.from_id),
  );
  return rows.map((row) => asAsk(hub, row, people.get(row.from_id)));
}

/** What this person asked, newest first; about one module where it is named. */
export async function asksFrom(hub: Pick<Hub, 'database'>, fromId: string, about?: AskAbout): Promise<AskedQuestion[]> {
  let query = withTitle(hub).where('asks.from_id', '=', fromId).orderBy('asks.created_at', 'desc');
  if (about && 'moduleId' in about) query = query.where('asks.module_id', '=', about.moduleId);
  if (about && 'personId' in about) query = query.where('asks.author_id', '=', about.personId).where('asks.module_id', 'is', null);
  const rows = await query.execute();
  const people = await colleagues(
    hub,
    rows.map((row) => row.author_id),
  );
  return rows.flatMap((row) => {
    const to = people.get(row.author_id);
    return to
      ? [
          {
            id: row.id,
            to,
            moduleId: row.module_id,
            moduleTitle: row.title,
            text: row.text,
            createdAt: row.created_at,
            answer: answerOf(row),
          },
        ]
      : [];
  });
}

/** Refuses with NOT_FOUND where a module is not this person's, or colleagues cannot see it. */
async function assertShown({ database }: Pick<Hub, 'database'>, authorId: string, moduleId: string): Promise<void> {
  const shown = await database
    .selectFrom('modules')
    .where('id', '=', moduleId)
    .where('author_id', '=', authorId)
    .where('published_revision', 'is not', null)
    .select('id')
    .executeTakeFirst();
  if (!shown) throw new Fault('NOT_FOUND', { what: 'module' });
}

/** Answers a question put to this person; a second answer takes the first one's place. Refuses with NOT_FOUND where it was not put to her. */
export async function answerAsk(
  hub: Pick<Hub, 'database' | 'url'>,
  authorId: string,
  { askId, text, moduleId = null }: { askId: string; text: string; moduleId?: string | null | undefined },
): Promise<Ask> {
  if (moduleId !== null) await assertShown(hub, authorId, moduleId);
  await hub.database
    .updateTable('asks')
    .set({ answer: text, answer_module_id: moduleId, answered_at: new Date().toISOString() })
    .where('id', '=', askId)
    .where('author_id', '=', authorId)
    .execute();
  const row = await withTitle(hub).where('asks.id', '=', askId).where('asks.author_id', '=', authorId).executeTakeFirst();
  if (!row) throw new Fault('NOT_FOUND', { what: 'question' });
  return asAsk(hub, row, (await findColleague(hub, row.from_id)) ?? undefined);
}

/** How many questions to this person have no answer yet. */
export async function questionsWaiting({ database }: Pick<Hub, 'database'>, authorId: string): Promise<number> {
  const { count } = await database
    .selectFrom('asks')
    .where('author_id', '=', authorId)
    .where('answer', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
