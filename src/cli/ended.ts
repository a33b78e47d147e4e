/**
 * Resolves when someone asks this process to end. The listeners stay: a library for lock files ends the process at
 * once where it finds itself the last one listening.
 */
export const askedToEnd = (): Promise<void> =>
  new Promise((ask) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask());
  });
