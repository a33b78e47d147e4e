/** Pages that a drawing needs, fetched when they come into sight, given up when they leave it, and bounded. */
export interface PageStore<T> {
  /** A page, or null while it is on its way; asking makes it wanted until the next `settle`. */
  get: (address: string) => T | null;
  /** A page only if it is here already. */
  peek: (address: string) => T | null;
  /** After a drawing: fetches what it asked for, stops what it no longer asks for, lets go of what was used longest ago. */
  settle: () => void;
  /** Lets go of everything. */
  clear: () => void;
}

interface Options<T> {
  read: (answer: Response) => Promise<T>;
  release: (value: T) => void;
  /** The most pages that are kept. */
  most: number;
  /** The most pages that are fetched at a time. */
  atATime: number;
  /** Also told when a page that was stopped makes room for another, and when one that did not come may be asked for again. */
  onArrived: () => void;
}

/** So long a page rests that did not come, as while the studio is away. Milliseconds. */
const rest = 2000;

export function createPageStore<T>({ read, release, most, atATime, onArrived }: Options<T>): PageStore<T> {
  /** In the order of use, the latest last. Null stands for a page that cannot be had. */
  const pages = new Map<string, T | null>();
  const fetching = new Map<string, AbortController>();
  let wanted = new Set<string>();
  const resting = new Set<string>();
  let later: ReturnType<typeof setTimeout> | undefined;

  const askLater = (address: string) => {
    resting.add(address);
    later ??= setTimeout(() => {
      later = undefined;
      resting.clear();
      onArrived();
    }, rest);
  };

  const evict = () => {
    for (const [address, value] of pages) {
      if (pages.size <= most) return;
      if (wanted.has(address)) continue;
      pages.delete(address);
      if (value !== null) release(value);
    }
  };

  const load = async (address: string) => {
    const abort = new AbortController();
    fetching.set(address, abort);
    try {
      const answer = await fetch(address, { signal: abort.signal });
      const value = answer.ok ? await read(answer) : null;
      if (!abort.signal.aborted) pages.set(address, value);
      else if (value !== null) release(value);
    } catch {
      // Stopped because it went out of sight, and asked for again when it is seen again; or the studio does not answer.
      if (!abort.signal.aborted) return askLater(address);
    } finally {
      fetching.delete(address);
    }
    onArrived();
  };

  return {
    get(address) {
      wanted.add(address);
      const known = pages.get(address);
      if (known === undefined) return null;
      pages.delete(address);
      pages.set(address, known);
      return known;
    },
    peek: (address) => pages.get(address) ?? null,
    settle() {
      for (const [address, abort] of fetching) if (!wanted.has(address)) abort.abort();
      for (const address of wanted) {
        if (fetching.size >= atATime) break;
        if (!pages.has(address) && !fetching.has(address) && !resting.has(address)) void load(address);
      }
      evict();
      wanted = new Set();
    },
    clear() {
      clearTimeout(later);
      later = undefined;
      resting.clear();
      for (const abort of fetching.values()) abort.abort();
      for (const value of pages.values()) if (value !== null) release(value);
      pages.clear();
    },
  };
}
