import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Notes } from '../../../shared/model/notes.ts';
import { client, orpc } from '../../api/client.ts';
import { createAutosave, type SaveState } from '../../saving/autosave.ts';
import { mayPass } from '../../saving/refusals.ts';
import { useLeaving } from '../../saving/use-leaving.ts';

export interface NotesOfWorkspace {
  /** Null until they were read: what is not known yet must not be written over. */
  notes: Notes | null;
  change(change: Partial<Notes>): void;
  state: SaveState;
  /** Writes what is waiting, and answers whether all is on disk. */
  flush(): Promise<boolean>;
}

/** The notes of the workspace, written as they change, and tried again until they are written. */
export function useNotes(): NotesOfWorkspace {
  const queries = useQueryClient();
  const query = orpc.notes.get.queryOptions({ staleTime: Number.POSITIVE_INFINITY });
  const { data } = useQuery(query);
  const [state, setState] = useState<SaveState>({ is: 'saved' });
  const autosave = useMemo(
    () =>
      createAutosave<Notes>({
        save: async (notes) => {
          await client.notes.save(notes);
        },
        // The last window that wrote counts: notes are few, and one person's.
        isStale: () => false,
        mayPass,
        onState: setState,
        delay: 500,
        retryAfter: 4000,
      }),
    [],
  );
  useLeaving(state.is !== 'saved', autosave.flush);
  useEffect(() => () => void autosave.flush(), [autosave]);
  const { queryKey } = query;
  const change = useCallback(
    (part: Partial<Notes>) => {
      const now = queries.getQueryData<Notes>(queryKey);
      if (!now) return;
      const next = { ...now, ...part };
      queries.setQueryData<Notes>(queryKey, next);
      autosave.change(next);
    },
    [queries, queryKey, autosave],
  );
  return { notes: data ?? null, change, state, flush: autosave.flush };
}
