import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Edit } from '../../../shared/contract/edits.ts';
import type { EditList } from '../../../shared/model/edit/list.ts';
import { client } from '../../api/client.ts';
import { type Autosave, createAutosave, type SaveState } from '../../saving/autosave.ts';
import { isStale, mayPass } from '../../saving/refusals.ts';
import { type History, type HistoryAction, historyReducer, startHistory } from './history.ts';

/** All that undo brings back. */
export interface Cut {
  title: string;
  list: EditList;
}

export interface Editing {
  cut: Cut;
  history: History<Cut>;
  dispatch: (action: HistoryAction<Cut>) => void;
  saving: SaveState;
  /** The edit as it was last read or written; its version and rendition belong to that state. */
  saved: Edit;
  /** Writes what is waiting, and answers whether all is on disk. */
  flush: () => Promise<boolean>;
  /** Takes the newer state that another window saved. */
  takeTheirs: () => Promise<void>;
  /** Writes over what another window saved. */
  keepMine: () => Promise<void>;
  /** Looks again, after something else than this page changed the edit. */
  refresh: () => Promise<void>;
}

const cutOf = ({ title, list }: Edit): Cut => ({ title, list });

/** An edit with its history, written to disk as it changes. */
export function useEdit(loaded: Edit): Editing {
  const [history, dispatch] = useReducer(historyReducer<Cut>, cutOf(loaded), startHistory);
  const [saving, setSaving] = useState<SaveState>({ is: 'saved' });
  const [saved, setSaved] = useState(loaded);
  const disk = useRef(loaded);
  const cut = history.present.state;

  const keep = useCallback((edit: Edit) => {
    disk.current = edit;
    setSaved(edit);
  }, []);

  const autosave = useMemo<Autosave<Cut>>(
    () =>
      createAutosave<Cut>({
        async save(next) {
          const { id } = disk.current;
          if (next.list !== disk.current.list) {
            const edit = await client.edits.save({ id, version: disk.current.version, list: next.list });
            // What came back says the same as what was sent; keeping ours lets a look tell whether anything changed.
            keep({ ...edit, list: next.list });
          }
          if (next.title !== disk.current.title) {
            const edit = await client.edits.rename({ id, title: next.title });
            keep({ ...edit, list: disk.current.list });
          }
        },
        isStale,
        mayPass,
        onState: setSaving,
        delay: 600,
        retryAfter: 4000,
      }),
    [keep],
  );

  // Undo may lead back to what is on disk while something newer waits to be written, so every change counts.
  const seen = useRef(cut);
  useEffect(() => {
    if (seen.current !== cut) autosave.change(cut);
    seen.current = cut;
  }, [autosave, cut]);

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (cut.list !== disk.current.list || cut.title !== disk.current.title) event.preventDefault();
      void autosave.flush();
    };
    addEventListener('beforeunload', leaving);
    return () => removeEventListener('beforeunload', leaving);
  }, [autosave, cut]);
  useEffect(() => () => void autosave.flush(), [autosave]);

  const { flush } = autosave;
  return {
    cut,
    history,
    dispatch,
    saving,
    saved,
    flush,
    async takeTheirs() {
      const edit = await client.edits.get({ id: loaded.id });
      autosave.forget();
      keep(edit);
      dispatch({ type: 'reset', state: cutOf(edit) });
      setSaving({ is: 'saved' });
    },
    async keepMine() {
      const { version } = await client.edits.get({ id: loaded.id });
      disk.current = { ...disk.current, version };
      await flush();
    },
    async refresh() {
      await flush();
      const edit = await client.edits.get({ id: loaded.id });
      if (edit.version >= disk.current.version) keep({ ...edit, list: disk.current.list });
    },
  };
}
