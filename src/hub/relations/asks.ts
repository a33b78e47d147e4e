import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { Fault } from '../../shared/contract/faults.ts';
import type { Ask } from '../../shared/contract/relations.ts';
import { absolute, mediaPath } from '../addresses.ts';
import type { HubTables } from '../database/tables.ts';
import type { Hub } from '../hub-env.ts';
import { type ShownModule, shownModules } from '../library/published.ts';
import { type Colleague, colleagues, findColleague, formerColleague } from '../people/colleagues.ts';
import { countTry } from '../security/limits.ts';

/** What someone may be asked about: a module's author, or a person. */
export type AskAbout = { moduleId: string } | { personId: string };

/** A question, with the modules it speaks of as colleagues see them. */
export interface Question {
  id: string;
  /** What it is about; null where it was put to a person. */
  about: ShownModule | null;
  text: string;
  createdAt: string;
  answer: { text: string; createdAt: string; module: ShownModule | null } | null;
}

/** As the one who asked sees it. */
export interface AskedQuestion extends Question {
  to: Colleague;
}

/** As the one who is asked sees it. */
export interface PutQuestion extends Question {
  from: Colleague | null;
}

type AskRow = Selectable<HubTables['asks']>;

const perHour = { max: 30, seconds: 3600 };

/** A person as she goes along with a question or a thank. */
export function sender(hub: Pick<Hub, 'url'>, person: Colleague | null | undefined): Ask['from'] {
  return { name: person?.name ?? formerColleague, photo: person?.photo ? absolute(hub, mediaPath(person.photo)) : null };
}

/** The questions of these rows. A module that answers one goes along as long as colleagues see it. */
async function questionsOf(hub: Pick<Hub, 'database'>, rows: readonly AskRow[]): Promise<(AskRow & { question: Question })[]> {
  const modules = await shownModules(
    hub,
    rows.flatMap(({ module_id, answer_module_id }) => [module_id, answer_module_id].filter((id) => id !== null)),
  );
  const named = (id: string | null): ShownModule | null => (id === null ? null : (modules.get(id) ?? null));
  return rows.map((row) => {
    const by = named(row.answer_module_id);
    const answer =
      row.answer === null || row.answered_at === null
        ? null
        : { text: row.answer, createdAt: row.answered_at, module: by?.isShown ? by : null };
    return { ...row, question: { id: row.id, about: named(row.module_id), text: row.text, createdAt: row.created_at, answer } };
  });
}

function asAsk(hub: Pick<Hub, 'url'>, { from, about, answer, ...question }: PutQuestion): Ask {
  const module = answer?.module && { id: answer.module.id, title: answer.module.head.title };
  return {
    ...question,
    moduleId: about?.id ?? null,
    moduleTitle: about?.head.title ?? null,
    from: sender(hub, from),
    answer: answer && { ...answer, module: module ?? null },
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
export async function questionsTo(hub: Pick<Hub, 'database'>, authorId: string): Promise<PutQuestion[]> {
  const rows = await hub.database.selectFrom('asks').where('author_id', '=', authorId).orderBy('created_at', 'desc').selectAll().execute();
  const [people, asked] = await Promise.all([
    colleagues(
      hub,
      rows.map((row) => row.from_id),
    ),
    questionsOf(hub, rows),
  ]);
  return asked.map(({ from_id, question }) => ({ ...question, from: people.get(from_id) ?? null }));
}

/** The same as her studio hears it. */
export const asksFor = async (hub: Pick<Hub, 'database' | 'url'>, authorId: string): Promise<Ask[]> =>
  (await questionsTo(hub, authorId)).map((question) => asAsk(hub, question));

/** What this person asked, newest first; about one module where it is named. */
export async function asksFrom(hub: Pick<Hub, 'database'>, fromId: string, about?: AskAbout): Promise<AskedQuestion[]> {
  let query = hub.database.selectFrom('asks').where('from_id', '=', fromId).orderBy('created_at', 'desc').selectAll();
  if (about && 'moduleId' in about) query = query.where('module_id', '=', about.moduleId);
  if (about && 'personId' in about) query = query.where('author_id', '=', about.personId).where('module_id', 'is', null);
  const rows = await query.execute();
  const [people, asked] = await Promise.all([
    colleagues(
      hub,
      rows.map((row) => row.author_id),
    ),
    questionsOf(hub, rows),
  ]);
  return asked.flatMap(({ author_id, question }) => {
    const to = people.get(author_id);
    return to ? [{ ...question, to }] : [];
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
  const rows = await hub.database.selectFrom('asks').where('id', '=', askId).where('author_id', '=', authorId).selectAll().execute();
  const [asked] = await questionsOf(hub, rows);
  if (!asked) throw new Fault('NOT_FOUND', { what: 'question' });
  return asAsk(hub, { ...asked.question, from: await findColleague(hub, asked.from_id) });
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
