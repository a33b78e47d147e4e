/**
 * The same value with half characters (lone surrogates, as a cut through an emoji leaves them) replaced by U+FFFD:
 * canonical JSON has no text for them, so a module that held one could never be fixed as a revision.
 */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed() as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, wellFormed(part)])) as T;
}
