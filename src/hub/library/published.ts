import { sql } from 'kysely';
import { learnerMinutes } from '../../shared/model/minutes.ts';
import { ModuleContent } from '../../shared/model/module.ts';
import { Titled } from '../../shared/model/translation/localize.ts';
import type { Hub } from '../hub-env.ts';

/** A module as colleagues see it: the revision that is published, whatever is being reviewed. */
export interface PublishedModule {
  id: string;
  authorId: string;
  revision: string;
  publishedAt: string;
  content: ModuleContent;
  minutes: number;
}

function published({ database }: Pick<Hub, 'database'>) {
  return (
    database
      .selectFrom('modules')
      .innerJoin('revisions', (join) =>
        join.onRef('revisions.module_id', '=', 'modules.id').onRef('revisions.hash', '=', 'modules.published_revision'),
      )
      .select(['modules.id', 'modules.author_id', 'modules.published_at', 'revisions.hash', 'revisions.content', 'revisions.handed_in_at'])
      .orderBy('modules.published_at', 'desc')
      // Pages need an order without ties.
      .orderBy('modules.id')
  );
}

type Row = Awaited<ReturnType<ReturnType<typeof published>['execute']>>[number];

function read(row: Row): PublishedModule {
  const content = ModuleContent.parse(JSON.parse(row.content));
  return {
    id: row.id,
    authorId: row.author_id,
    revision: row.hash,
    publishedAt: row.published_at ?? row.handed_in_at,
    content,
    minutes: learnerMinutes(content.body),
  };
}

export async function publishedModules(
  hub: Pick<Hub, 'database'>,
  { authorId, limit = 200, offset = 0 }: { authorId?: string; limit?: number; offset?: number } = {},
): Promise<PublishedModule[]> {
  const base = published(hub).limit(limit).offset(offset);
  const rows = await (authorId === undefined ? base : base.where('modules.author_id', '=', authorId)).execute();
  return rows.map(read);
}

export async function findPublished(hub: Pick<Hub, 'database'>, id: string): Promise<PublishedModule | null> {
  const row = await published(hub).where('modules.id', '=', id).executeTakeFirst();
  return row ? read(row) : null;
}

/** A module as colleagues see it, or saw it last. */
export interface ShownModule {
  id: string;
  head: Titled;
  /** They still do. */
  isShown: boolean;
}

/** What a revision is called, in all its languages. The database takes it out of the text, so that nobody reads a lesson for its title. */
const head = sql<string>`json_object(
  'title', json_extract(revisions.content, '$.title'),
  'objective', json_extract(revisions.content, '$.objective'),
  'language', json_extract(revisions.content, '$.language'),
  'translations', json((
    SELECT json_group_object(key, json_object('head', json_extract(value, '$.head')))
    FROM json_each(revisions.content, '$.translations')
  ))
)`;

/** These modules by their ids; those that nobody ever published are not among them. */
export async function shownModules({ database }: Pick<Hub, 'database'>, ids: readonly string[]): Promise<Map<string, ShownModule>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom('publications')
    .innerJoin('modules', 'modules.id', 'publications.module_id')
    .innerJoin('revisions', (join) =>
      join.onRef('revisions.module_id', '=', 'publications.module_id').onRef('revisions.hash', '=', 'publications.revision'),
    )
    .where('publications.module_id', 'in', [...new Set(ids)])
    .where('publications.published_at', '=', (eb) =>
      eb
        .selectFrom('publications as last')
        .whereRef('last.module_id', '=', 'publications.module_id')
        .select((of) => of.fn.max('last.published_at').as('at')),
    )
    .select(['modules.id', 'modules.published_revision', head.as('head')])
    .execute();
  return new Map(
    rows.map((row) => [row.id, { id: row.id, head: Titled.parse(JSON.parse(row.head)), isShown: row.published_revision !== null }]),
  );
}

/** The content of a revision that colleagues see or once saw, or null. */
export async function publishedContent(hub: Pick<Hub, 'database'>, moduleId: string, revision: string): Promise<ModuleContent | null> {
  const row = await hub.database
    .selectFrom('publications')
    .innerJoin('revisions', (join) =>
      join.onRef('revisions.module_id', '=', 'publications.module_id').onRef('revisions.hash', '=', 'publications.revision'),
    )
    .where('publications.module_id', '=', moduleId)
    .where('publications.revision', '=', revision)
    .select('revisions.content')
    .executeTakeFirst();
  return row ? ModuleContent.parse(JSON.parse(row.content)) : null;
}
