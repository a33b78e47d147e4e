import { Fault } from '../shared/contract/faults.ts';

/** Left free on a disk beside what is written to it, in bytes. */
export const spareBytes = 200e6;

/** A write that failed because no room was left becomes DISK_FULL; any other error stays what it is. */
export function asDiskFull(error: unknown, neededBytes = spareBytes): unknown {
  const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
  return isFull ? new Fault('DISK_FULL', { freeBytes: 0, neededBytes }, { cause: error }) : error;
}

/** Runs what writes; a full disk is told as DISK_FULL. */
export async function writing<T>(write: () => Promise<T>, neededBytes?: number): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw asDiskFull(error, neededBytes);
  }
}
