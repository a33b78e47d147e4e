import { setTimeout as wait } from 'node:timers/promises';
import { isFault } from '../../shared/contract/faults.ts';

/** Milliseconds between tries while a hub does not answer. About two minutes in all: longer than one needs to be restarted. */
export const retryDelays = [250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 30_000, 30_000];

/** Asks a hub that is away again, and gives up with what was said last. What the hub itself refuses is thrown at once. */
export async function patiently<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (const delay of retryDelays) {
    try {
      return await ask();
    } catch (error) {
      if (!isFault(error) || error.code !== 'HUB_UNREACHABLE') throw error;
    }
    await wait(delay, undefined, { signal });
  }
  return ask();
}
