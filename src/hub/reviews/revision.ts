import { Fault } from '../../shared/contract/faults.ts';
import { ModuleContent } from '../../shared/model/module.ts';
import type { Hub } from '../hub-env.ts';

/** What a revision of a module says; refuses with NOT_FOUND. */
export async function contentOf({ database }: Pick<Hub, 'database'>, moduleId: string, revision: string): Promise<ModuleContent> {
  const found = await database
    .selectFrom('revisions')
    .where('module_id', '=', moduleId)
    .where('hash', '=', revision)
    .select('content')
    .executeTakeFirst();
  if (!found) throw new Fault('NOT_FOUND', { what: 'version' });
  return ModuleContent.parse(JSON.parse(found.content));
}
