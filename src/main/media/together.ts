type Work<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs works side by side that need each other: where one fails, the others are told to stop, and nothing runs on behind
 * the back of whoever waits. Throws what failed first, or the reason of the abort.
 */
export async function together<const T extends readonly unknown[]>(
  works: { [K in keyof T]: Work<T[K]> },
  signal?: AbortSignal,
): Promise<T> {
  const failed = new AbortController();
  const both = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
  const run = async (work: Work<unknown>) => {
    try {
      return await work(both);
    } catch (error) {
      failed.abort(error);
      throw error;
    }
  };
  const ends = await Promise.allSettled(works.map(run));
  signal?.throwIfAborted();
  failed.signal.throwIfAborted();
  return ends.map((end) => (end.status === 'fulfilled' ? end.value : undefined)) as unknown as T;
}
