import { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';
import { ModuleContent } from '../../shared/model/module.ts';
import { cutsFrom, VideoCut } from '../../shared/model/review/cut.ts';
import type { Cuts } from '../../shared/model/review/moment.ts';
import type { Hub } from '../hub-env.ts';

/** What these revisions of a module say, by their hashes; those that the hub does not have are not among them. */
export async function contentsOf(
  { database }: Pick<Hub, 'database'>,
  moduleId: string,
  revisions: readonly string[],
): Promise<Map<string, ModuleContent>> {
  if (revisions.length === 0) return new Map();
  const rows = await database
    .selectFrom('revisions')
    .where('module_id', '=', moduleId)
    .where('hash', 'in', [...new Set(revisions)])
    .select(['hash', 'content'])
    .execute();
  return new Map(rows.map(({ hash, content }) => [hash, ModuleContent.parse(JSON.parse(content))]));
}

/** What is known of the videos of all revisions of a module. */
export async function cutsOfModule({ database }: Pick<Hub, 'database'>, moduleId: string): Promise<Cuts> {
  const rows = await database.selectFrom('revisions').where('module_id', '=', moduleId).orderBy('handed_in_at').select('cuts').execute();
  return cutsFrom(rows.flatMap(({ cuts }) => z.array(VideoCut).parse(JSON.parse(cuts))));
}

export interface HandedIn {
  content: ModuleContent;
  /** In which round it came, the last one where it came in several. */
  round: number;
}

/** A revision of a module as it was handed in; refuses with NOT_FOUND. */
export async function revisionOf({ database }: Pick<Hub, 'database'>, moduleId: string, revision: string): Promise<HandedIn> {
  const found = await database
    .selectFrom('revisions')
    .where('module_id', '=', moduleId)
    .where('hash', '=', revision)
    .select(['content', 'round'])
    .executeTakeFirst();
  if (!found) throw new Fault('NOT_FOUND', { what: 'version' });
  return { content: ModuleContent.parse(JSON.parse(found.content)), round: found.round };
}

/** What a revision of a module says; refuses with NOT_FOUND. */
export async function contentOf(hub: Pick<Hub, 'database'>, moduleId: string, revision: string): Promise<ModuleContent> {
  return (await revisionOf(hub, moduleId, revision)).content;
}
