import { z } from 'zod';

type Store = Pick<Storage, 'getItem' | 'setItem'>;

const key = 'showhow.begun';
/** What was begun and forgotten goes when so much was begun after it. */
const most = 100;

const All = z.record(z.string(), z.unknown());

function readAll(store: Store): Record<string, unknown> {
  try {
    return All.safeParse(JSON.parse(store.getItem(key) ?? '{}')).data ?? {};
  } catch {
    // Written by something else: there is nothing to go on with.
    return {};
  }
}

/** What was begun under a name and not finished; null where nothing was, or nothing of this shape. */
export const readBegun = <T>(store: Store, name: string, shape: z.ZodType<T>): T | null =>
  shape.safeParse(readAll(store)[name]).data ?? null;

/** Keeps what was begun under a name; null where it was finished or given up. Does nothing where the store is full. */
export function keepBegun(store: Store, name: string, begun: unknown): void {
  const { [name]: before, ...others } = readAll(store);
  if (begun === null && before === undefined) return;
  const kept = Object.entries(others).slice(begun === null ? 0 : 1 - most);
  try {
    store.setItem(key, JSON.stringify(Object.fromEntries(begun === null ? kept : [...kept, [name, begun]])));
  } catch {
    // The words still stand in their field; only leaving the page would lose them.
  }
}
