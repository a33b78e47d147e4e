import { EngineStopped } from './engine.ts';
import type { EngineFault } from './protocol.ts';

/** Waits for an answer of the recorder, and no longer than so many milliseconds. */
export async function within<T>(promise: Promise<T>, milliseconds: number, fault: EngineFault): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EngineStopped(fault, `no answer within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
