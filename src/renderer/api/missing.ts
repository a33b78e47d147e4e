import { readFault } from '../../shared/contract/faults.ts';

/** Whether the address of a page names something that is not there: it was removed, or the address is none. */
export function isMissing(error: unknown): boolean {
  const code = readFault(error)?.code;
  return code === 'NOT_FOUND' || code === 'INPUT_INVALID';
}
