import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ModuleContent, ModuleDraft } from '../../../shared/model/module.ts';
import { client, orpc } from '../../api/client.ts';
import { createAutosave, type SaveState } from '../../saving/autosave.ts';
import { isStale, mayPass } from '../../saving/refusals.ts';
import { useLeaving } from '../../saving/use-leaving.ts';

export interface Saving {
  state: SaveState;
  /** The last version on disk. */
  version: number;
  change(content: ModuleContent): void;
  /** Writes what is waiting, and answers whether all is on disk. */
  flush(): Promise<boolean>;
  /** Writes over what another window saved. */
  keepMine(): Promise<void>;
  /** Lets go of what is waiting and reads what another window saved. */
  takeTheirs(): Promise<void>;
}

/** Writes a module as it changes. Nothing is lost while the studio does not answer: it is tried again until it does. */
export function useModule(loaded: ModuleDraft, onReplaced: (draft: ModuleDraft) => void): Saving {
  const [state, setState] = useState<SaveState>({ is: 'saved' });
  const [version, setVersion] = useState(loaded.version);
  const disk = useRef(loaded.version);
  const queries = useQueryClient();
  const { id } = loaded;

  const autosave = useMemo(
    () =>
      createAutosave<ModuleContent>({
        async save(content) {
          const saved = await client.modules.save({ id, version: disk.current, content });
          disk.current = saved.version;
          setVersion(saved.version);
        },
        isStale,
        mayPass,
        onState: setState,
        delay: 600,
        retryAfter: 4000,
      }),
    [id],
  );

  useLeaving(state.is !== 'saved', autosave.flush);
  useEffect(
    () => () => {
      void autosave.flush().then(() => queries.invalidateQueries({ queryKey: orpc.modules.key() }));
    },
    [autosave, queries],
  );

  return {
    state,
    version,
    change: autosave.change,
    flush: autosave.flush,
    async keepMine() {
      disk.current = (await client.modules.get({ id })).version;
      await autosave.flush();
    },
    async takeTheirs() {
      const theirs = await client.modules.get({ id });
      autosave.forget();
      onReplaced(theirs);
    },
  };
}
