/** saved: all is on disk · waiting: changed a moment ago · saving: on its way · failed: to be tried again · stale: someone else saved. */
export type SaveState =
  | { is: 'saved' }
  | { is: 'waiting' }
  | { is: 'saving' }
  | { is: 'failed'; error: unknown }
  | { is: 'stale'; error: unknown };

interface AutosaveOptions<T> {
  /** Writes and answers once it is on disk. */
  save: (state: T) => Promise<void>;
  /** Whether a refusal means that another window saved in between. */
  isStale: (error: unknown) => boolean;
  /** Whether trying again by itself makes sense. */
  mayPass: (error: unknown) => boolean;
  onState: (state: SaveState) => void;
  /** Rest after the last change before it is written, in milliseconds. */
  delay: number;
  /** Rest before a failed write is tried again, in milliseconds. */
  retryAfter: number;
}

export interface Autosave<T> {
  change: (state: T) => void;
  /** Writes what is waiting, and answers whether all is on disk. */
  flush: () => Promise<boolean>;
  /** Lets go of what is waiting, because something else took its place. */
  forget: () => void;
}

/** One write at a time, always the latest state, none lost: a state that fails stays waiting until it is written. */
export function createAutosave<T>(options: AutosaveOptions<T>): Autosave<T> {
  let waiting: { state: T } | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: SaveState['is'] = 'saved';

  /** Waiting is said once, and not at each key. */
  const tell = (state: SaveState) => {
    if (state.is === 'waiting' && told === 'waiting') return;
    told = state.is;
    options.onState(state);
  };

  const later = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delay);
  };

  const write = async ({ state }: { state: T }) => {
    tell({ is: 'saving' });
    try {
      await options.save(state);
      tell(waiting ? { is: 'waiting' } : { is: 'saved' });
    } catch (error) {
      waiting ??= { state };
      const stale = options.isStale(error);
      tell({ is: stale ? 'stale' : 'failed', error });
      if (!stale && options.mayPass(error)) later(options.retryAfter);
      throw error;
    }
  };

  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    try {
      while (running || waiting) {
        if (!running && waiting) {
          const next = waiting;
          waiting = null;
          running = write(next).finally(() => {
            running = null;
          });
        }
        await running;
      }
      return true;
    } catch {
      return false;
    }
  };

  return {
    change(state) {
      waiting = { state };
      if (!running) tell({ is: 'waiting' });
      later(options.delay);
    },
    flush,
    forget() {
      clearTimeout(timer);
      waiting = null;
      told = 'saved';
    },
  };
}
