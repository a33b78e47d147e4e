import { Fault } from '../../shared/contract/faults.ts';
import { assertMay } from '../accounts/roles.ts';
import type { Hub, Person } from '../hub-env.ts';
import { findModule, type ModuleRow } from './find.ts';

/** A module that this person may judge, at the revision she has on screen. */
export async function judged(hub: Pick<Hub, 'database'>, person: Person, moduleId: string, revision: string): Promise<ModuleRow> {
  assertMay(person, 'review');
  const row = await findModule(hub, moduleId);
  if (row.author_id === person.id) throw new Fault('OWN_WORK', {});
  if (row.revision !== revision) throw new Fault('CONFLICT', { what: 'The author has handed in a newer version since.' });
  return row;
}
