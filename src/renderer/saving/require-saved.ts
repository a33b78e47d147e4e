import { Fault } from '../../shared/contract/faults.ts';

/** Writes what is waiting, for something that must not be done without it. Refuses with UNSAVED. */
export async function requireSaved(flush: () => Promise<boolean>): Promise<void> {
  if (!(await flush())) throw new Fault('UNSAVED', {});
}
