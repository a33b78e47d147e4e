/** Storage may be refused: in a sandboxed frame, by the learner's browser, or because it is full. Then this is null. */
export function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

/**
 * The name under which something of who reads is kept. Several people may use a browser: where a page knows whose it is, as at a
 * hub, each has her own.
 */
export function ownKey(what: string, of: string): string {
  const { reader } = document.body.dataset;
  return reader ? `showhow:${what}:${of}:${reader}` : `showhow:${what}:${of}`;
}
