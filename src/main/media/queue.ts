/** Runs a few at a time, the newest wish first: what came into sight last is what is looked at. A wish withdrawn before its turn throws the signal's reason. */
export function createQueue(most: number) {
  const waiting: { start: () => void; signal: AbortSignal }[] = [];
  let running = 0;
  const next = () => {
    while (running < most) {
      const one = waiting.pop();
      if (!one) return;
      running += 1;
      one.start();
    }
  };
  return async <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
    await new Promise<void>((start) => {
      waiting.push({ start, signal });
      next();
    });
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      running -= 1;
      next();
    }
  };
}
