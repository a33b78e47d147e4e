import type { ModuleReach } from '../../shared/contract/relations.ts';
import { ModuleContent } from '../../shared/model/module.ts';
import { questionsIn } from '../../shared/model/quiz/questions.ts';
import type { Hub } from '../hub-env.ts';
import { logOf } from '../reviews/log/log.ts';
import { ofGroup } from './suppress.ts';

interface Shown {
  id: string;
  title: string;
  publishedAt: string;
  content: ModuleContent;
}

/** Every module of this person that colleagues see or saw, as it was shown last. */
async function shownModules({ database }: Pick<Hub, 'database'>, authorId: string): Promise<Shown[]> {
  const rows = await database
    .selectFrom('publications')
    .innerJoin('modules', 'modules.id', 'publications.module_id')
    .innerJoin('revisions', (join) =>
      join.onRef('revisions.module_id', '=', 'publications.module_id').onRef('revisions.hash', '=', 'publications.revision'),
    )
    .where('modules.author_id', '=', authorId)
    .orderBy('publications.published_at')
    .select(['modules.id', 'publications.published_at', 'revisions.content'])
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((publications) => {
    const [first, last] = [publications[0], publications.at(-1)];
    if (!first || !last) return [];
    const content = ModuleContent.parse(JSON.parse(last.content));
    return [{ id: first.id, title: content.title, publishedAt: first.published_at, content }];
  });
}

/** The author and whoever had to do with the module's review: they opened it for another reason than to learn. */
async function insiders(hub: Pick<Hub, 'database'>, moduleId: string, authorId: string): Promise<Set<string>> {
  const { database } = hub;
  const [log, spoken, ticked] = await Promise.all([
    logOf(hub, moduleId),
    database
      .selectFrom('comments')
      .leftJoin('comment_replies', 'comment_replies.comment_id', 'comments.id')
      .leftJoin('comment_turns', 'comment_turns.comment_id', 'comments.id')
      .where('module_id', '=', moduleId)
      .select(['comments.author_id', 'comment_replies.author_id as answered_by', 'comment_turns.by_id as turned_by'])
      .distinct()
      .execute(),
    database.selectFrom('checks').where('module_id', '=', moduleId).select('person_id').distinct().execute(),
  ]);
  const module = await database.selectFrom('modules').where('id', '=', moduleId).select('approved_by').executeTakeFirst();
  return new Set(
    [
      authorId,
      module?.approved_by,
      ...log.map(({ who }) => who.id),
      ...spoken.flatMap(({ author_id, answered_by, turned_by }) => [author_id, answered_by, turned_by]),
      ...ticked.map(({ person_id }) => person_id),
    ].filter((id) => typeof id === 'string'),
  );
}

interface Trace {
  person_id: string;
  verb: string;
  block_id: string | null;
  success: number | null;
}

/** People of whom there is a trace for each of these blocks. */
function peopleWithAll(traces: readonly Trace[], blocks: readonly string[]): number {
  const done = Map.groupBy(traces, (trace) => trace.person_id);
  return [...done.values()].filter((own) => blocks.every((block) => own.some((trace) => trace.block_id === block))).length;
}

const distinct = (traces: readonly Trace[]): number => new Set(traces.map((trace) => trace.person_id)).size;

async function reachOf({ database }: Pick<Hub, 'database'>, authorId: string, module: Shown): Promise<ModuleReach> {
  const [left, rows, thanks, asks] = await Promise.all([
    insiders({ database }, module.id, authorId),
    database
      .selectFrom('statements')
      .where('module_id', '=', module.id)
      .where('verb', 'in', ['initialized', 'completed', 'answered'])
      .select(['person_id', 'verb', 'block_id', 'success'])
      .distinct()
      .execute(),
    database.selectFrom('thanks').where('module_id', '=', module.id).select('id').execute(),
    database.selectFrom('asks').where('module_id', '=', module.id).select('id').execute(),
  ]);
  const traces = rows.filter((row) => !left.has(row.person_id));
  const blocks = module.content.body.content;
  const videos = blocks.filter((block) => block.type === 'video').map((block) => block.attrs.id);
  const quizzes = questionsIn(blocks).map(({ id }) => id);
  const opened = distinct(traces.filter((trace) => trace.verb === 'initialized'));
  const completed = traces.filter((trace) => trace.verb === 'completed');
  const answered = traces.filter((trace) => trace.verb === 'answered');
  const right = answered.filter((trace) => trace.success === 1);
  return {
    moduleId: module.id,
    title: module.title,
    publishedAt: module.publishedAt,
    opened,
    watchedToEnd: videos.length === 0 ? null : ofGroup(peopleWithAll(completed, videos), opened),
    answeredRight: quizzes.length === 0 ? null : ofGroup(peopleWithAll(right, quizzes), distinct(answered)),
    thanks: thanks.length,
    asks: asks.length,
  };
}

/** What this author's modules reached, the newest first. Counts of people, never their names. */
export async function reach(hub: Pick<Hub, 'database'>, authorId: string): Promise<ModuleReach[]> {
  const modules = await shownModules(hub, authorId);
  const all = await Promise.all(modules.map((module) => reachOf(hub, authorId, module)));
  return all.sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
}
