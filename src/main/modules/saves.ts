import { EventEmitter, on } from 'node:events';

/** Tells whoever listens of each save of a module, so that its windows learn of each other. */
export interface Saves {
  saved(moduleId: string, version: number): void;
  /** `first`, and each version from then on. */
  watch(moduleId: string, first: () => Promise<number>, signal?: AbortSignal): AsyncGenerator<{ version: number }, void>;
}

export function createSaves(): Saves {
  const changes = new EventEmitter().setMaxListeners(0);
  return {
    saved: (moduleId, version) => void changes.emit(moduleId, version),
    async *watch(moduleId, first, signal) {
      // Listening before looking: a save in between is heard, not missed.
      const events = on(changes, moduleId, signal ? { signal } : {});
      try {
        yield { version: await first() };
        for await (const [version] of events) yield { version: version as number };
      } catch (error) {
        // Whoever watched has gone, and nothing went wrong.
        if (!signal?.aborted) throw error;
      } finally {
        await events.return?.();
      }
    },
  };
}
