/**
 * Resolves when someone asks this process to end, or when the process that started it is gone (`disconnect`).
 * The listeners stay: a library for lock files ends the process at once where it finds itself the last one listening.
 */
export const askedToEnd = (): Promise<void> =>
  new Promise((ask) => {
    const end = () => {
      // A channel that is listened to keeps the process alive, also after everything is closed.
      process.channel?.unref();
      ask();
    };
    for (const sign of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(sign, end);
  });
