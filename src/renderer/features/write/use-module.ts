import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { Kept } from '../../../shared/model/merge/merge.ts';
import type { ModuleDraft } from '../../../shared/model/module.ts';
import { client, orpc } from '../../api/client.ts';
import { createAutosave, type SaveState } from '../../saving/autosave.ts';
import { isStale, mayPass } from '../../saving/refusals.ts';
import { createTogether, type OpenDocument } from '../../saving/together.ts';
import { useLeaving } from '../../saving/use-leaving.ts';

export interface Saving {
  state: SaveState;
  /** The last version on disk. */
  version: number;
  /** Tells that the open document is another one; it is read when it is written. */
  change(): void;
  /** Writes what is waiting, and answers whether all is on disk. */
  flush(): Promise<boolean>;
  /** What two windows changed at once so that a person has to choose. */
  kept: readonly Kept[];
  settle(kept: Kept): void;
}

/**
 * Writes a module as it changes, and brings in what other windows wrote. Nothing is lost while the studio does not answer:
 * it is tried again until it does, and what was written elsewhere meanwhile is merged.
 */
export function useModule(loaded: ModuleDraft, open: RefObject<OpenDocument | null>): Saving {
  const [state, setState] = useState<SaveState>({ is: 'saved' });
  const [version, setVersion] = useState(loaded.version);
  const [kept, setKept] = useState<readonly Kept[]>([]);
  const queries = useQueryClient();
  // What the page asks for later is newer than what is open here: it is merged, and never taken for the common state.
  const [first] = useState(loaded);
  const { id } = first;

  const { together, autosave } = useMemo(() => {
    const together = createTogether({
      first,
      open: () => {
        if (!open.current) throw new Error('The document is not open');
        return open.current;
      },
      read: () => client.modules.get({ id }),
      write: (version, content) => client.modules.save({ id, version, content }),
      keepTheirs: () => client.history.keep({ id, name: null, because: 'merged' }),
      onVersion: setVersion,
      onKept: (more) => setKept((known) => [...known, ...more]),
    });
    const autosave = createAutosave<void>({
      save: together.save,
      // Whatever another window saved is merged before it comes to that.
      isStale: () => false,
      mayPass: (error) => mayPass(error) || isStale(error),
      onState: setState,
      delay: 600,
      retryAfter: 4000,
    });
    return { together, autosave };
  }, [id, first, open]);

  useLeaving(state.is !== 'saved', autosave.flush);
  useHearing(id, together.hear);
  useEffect(
    () => () => {
      void autosave.flush().then(async () => {
        await queries.invalidateQueries({ queryKey: orpc.modules.key() });
        await queries.invalidateQueries({ queryKey: orpc.library.key() });
      });
    },
    [autosave, queries],
  );

  return {
    state,
    version,
    change: autosave.change,
    flush: autosave.flush,
    kept,
    settle: (one) => setKept((known) => known.filter((other) => other !== one)),
  };
}

/** Rest before the line to the studio is taken up again, in milliseconds. */
const rest = 2000;

/**
 * Hears of every save, wherever it was made. Only while the window is seen: browsers grant a page's address few lines, and
 * a window that comes back into sight hears first of all how things stand.
 */
function useHearing(id: string, hear: (version: number) => Promise<void>): void {
  useEffect(() => {
    let line: AbortController | null = null;
    const follow = async (signal: AbortSignal) => {
      while (!signal.aborted) {
        try {
          for await (const { version } of await client.modules.watch({ id }, { signal })) await hear(version);
        } catch {
          // The studio is away, or said that the module is gone; saving says so where it matters. It is asked again.
        }
        await new Promise((resolve) => setTimeout(resolve, rest));
      }
    };
    const look = () => {
      if (document.visibilityState === 'hidden') {
        line?.abort();
        line = null;
      } else if (!line) {
        line = new AbortController();
        void follow(line.signal);
      }
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      line?.abort();
    };
  }, [id, hear]);
}
