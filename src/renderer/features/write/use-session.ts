import { useCallback, useRef } from 'react';

/** A rest between two keys that begins a new step of undo, in milliseconds. */
const rest = 1000;

/** Names the changes of a field that are undone together: those without a rest between them. */
export function useSession(field: string): () => string {
  const session = useRef({ name: '', last: 0 });
  return useCallback(() => {
    const now = Date.now();
    if (now - session.current.last > rest) session.current.name = `${field} ${now}`;
    session.current.last = now;
    return session.current.name;
  }, [field]);
}
