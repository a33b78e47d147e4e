import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { Notes } from '../../../shared/model/notes.ts';
import { client, orpc } from '../../api/client.ts';

/** Written this long after the last change, in milliseconds. */
const delay = 500;

interface NotesOfWorkspace {
  /** Null until they were read: what is not known yet must not be written over. */
  notes: Notes | null;
  change(change: Partial<Notes>): void;
}

/** The notes of the workspace, written as they change. */
export function useNotes(): NotesOfWorkspace {
  const queries = useQueryClient();
  const query = orpc.notes.get.queryOptions({ staleTime: Number.POSITIVE_INFINITY });
  const { data } = useQuery(query);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; notes: Notes } | null>(null);

  const write = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const { notes } = waiting.current;
    waiting.current = null;
    // They stay in the page; the next change writes them again.
    client.notes.save(notes).catch(() => undefined);
  }, []);
  useEffect(() => write, [write]);

  return {
    notes: data ?? null,
    change(part) {
      const now = queries.getQueryData(query.queryKey);
      if (!now) return;
      const next = { ...now, ...part };
      queries.setQueryData(query.queryKey, next);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { notes: next, timer: setTimeout(write, delay) };
    },
  };
}
