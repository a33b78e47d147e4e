/** Storage may be refused: in a sandboxed frame, by the learner's browser, or because it is full. Then this is null. */
export function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}
