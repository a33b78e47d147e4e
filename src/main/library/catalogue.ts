import { setImmediate } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { type Description, describeModule, type SearchedLine, type SearchedPart } from '../../shared/model/library/describe.ts';
import { fold } from '../../shared/model/library/fold.ts';
import { ModuleContent } from '../../shared/model/module.ts';
import type { Tables } from '../database/tables.ts';
import { revisionOf } from '../modules/history.ts';
import type { Studio } from '../studio.ts';
import { spokenIn } from './spoken.ts';

/** As many modules are read at once: a batch holds up nothing for longer than one notices. */
const batch = 25;

/** The catalogue of all modules, and the index of their words. */
export interface Catalogue {
  /**
   * Reads every module that was changed since it was last read. A trigger marks it in the transaction that changes it,
   * whoever does so; whoever asks the catalogue waits for this first, so that an answer is never older than the last save.
   */
  upToDate(): Promise<void>;
  /** Stops reading; what is still marked is read at the next start. */
  close(): Promise<void>;
}

interface Marked {
  mark: number;
  id: string;
  content: string;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
  archived_at: string | null;
}

export function createCatalogue(studio: Studio): Catalogue {
  const { database, log } = studio;
  let last: Promise<void> = Promise.resolve();
  let closed = false;

  const marked = (): Promise<Marked[]> =>
    database
      .selectFrom('uncatalogued')
      .innerJoin('modules', 'modules.id', 'uncatalogued.module_id')
      .select(['mark', 'id', 'content', 'modules.created_at', 'updated_at', 'removed_at', 'archived_at'])
      .orderBy('mark')
      .limit(batch)
      .execute();

  async function describe(row: Marked): Promise<{ content: ModuleContent; description: Description } | null> {
    const { data: content, error } = ModuleContent.safeParse(JSON.parse(row.content));
    if (!content) {
      log.error({ err: error, module: row.id }, 'a module cannot be read into the catalogue');
      return null;
    }
    const tags = await database.selectFrom('tags').select('tag').where('module_id', '=', row.id).orderBy('tag').execute();
    const spoken = await spokenIn(studio, content);
    const said = (media: string) => spoken.get(media) ?? [];
    return {
      content,
      description: describeModule(
        content,
        tags.map(({ tag }) => tag),
        said,
      ),
    };
  }

  async function readAll(): Promise<void> {
    for (let rows = await marked(); rows.length > 0 && !closed; rows = await marked()) {
      const read: [Marked, Awaited<ReturnType<typeof describe>>][] = [];
      for (const row of rows) read.push([row, await describe(row)]);
      await database.transaction().execute(async (within) => {
        for (const [row, found] of read) {
          const taken = await within.deleteFrom('uncatalogued').where('mark', '=', row.mark).executeTakeFirst();
          // Changed meanwhile, it carries a new mark and is read once more.
          if (found && taken.numDeletedRows > 0n) await enter(within, row, found.content, found.description);
        }
      });
      await setImmediate();
    }
  }

  return {
    upToDate() {
      last = last.then(readAll, readAll);
      return last;
    },
    async close() {
      closed = true;
      await last;
    },
  };
}

const standingOf = ({ removed_at, archived_at }: Marked): 'removed' | 'archived' | 'desk' => {
  if (removed_at !== null) return 'removed';
  return archived_at === null ? 'desk' : 'archived';
};

async function enter(within: Transaction<Tables>, row: Marked, content: ModuleContent, described: Description): Promise<void> {
  const { facts, lines, media } = described;
  const values = {
    standing: standingOf(row),
    sorted_title: fold(facts.title),
    created_at: row.created_at,
    updated_at: row.updated_at,
    seconds: facts.seconds,
    card: JSON.stringify({ ...facts, revision: revisionOf(content) }),
  };
  const { entry } = await within
    .insertInto('catalogue')
    .values({ module_id: row.id, ...values })
    .onConflict((conflict) => conflict.column('module_id').doUpdateSet(values))
    .returning('entry')
    .executeTakeFirstOrThrow();
  await enterLines(within, entry, lines);
  await replace(
    within,
    entry,
    'catalogue_skills',
    facts.skills.map((skill) => ({ entry, skill })),
  );
  await replace(
    within,
    entry,
    'catalogue_media',
    media.map((hash) => ({ entry, media: hash })),
  );
}

async function enterLines(within: Transaction<Tables>, entry: number, lines: readonly SearchedLine[]): Promise<void> {
  const folded = lines.map(({ text }) => fold(text));
  const column = (part: SearchedPart): string => folded.filter((_, index) => lines[index]?.where === part).join('\n');
  const names = { title: column('title'), objective: column('objective'), labels: column('labels'), headings: column('headings') };
  const values = {
    shown: lines.map(({ text }) => text).join('\n'),
    folded: folded.join('\n'),
    places: JSON.stringify(lines.map(({ where, block, kind, second }) => [where, block, kind, second])),
  };
  await within
    .insertInto('catalogue_lines')
    .values({ entry, ...values })
    .onConflict((conflict) => conflict.column('entry').doUpdateSet(values))
    .execute();
  await within.deleteFrom('catalogue_names').where('rowid', '=', entry).execute();
  await within
    .insertInto('catalogue_names')
    .values({ rowid: entry, ...names })
    .execute();
  await within.deleteFrom('catalogue_text').where('rowid', '=', entry).execute();
  await within
    .insertInto('catalogue_text')
    .values({ rowid: entry, ...names, text: column('text'), spoken: column('spoken') })
    .execute();
}

async function replace<Name extends 'catalogue_skills' | 'catalogue_media'>(
  within: Kysely<Tables>,
  entry: number,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<void> {
  await within.deleteFrom<'catalogue_skills' | 'catalogue_media'>(table).where('entry', '=', entry).execute();
  if (rows.length === 0) return;
  await within
    .insertInto<'catalogue_skills' | 'catalogue_media'>(table)
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
