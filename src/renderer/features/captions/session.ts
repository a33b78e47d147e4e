import type { Captions, Origin } from '../../../shared/model/captions/captions.ts';
import { client, orpc } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { createAutosave, type SaveState } from '../../saving/autosave.ts';
import { isStale, mayPass } from '../../saving/refusals.ts';
import { type History, type HistoryAction, historyReducer, startHistory } from '../cut/history.ts';

/** All that undo of the captions brings back. */
export type Draft = Pick<Captions, 'language' | 'origin' | 'cues'>;

const byHand: Origin = { by: 'hand' };
const nothing: Draft = { language: 'en', origin: byHand, cues: [] };

export interface SessionState {
  is: 'loading' | 'ready' | 'failed';
  /** Why they could not be read. */
  error: unknown;
  history: History<Draft>;
  saving: SaveState;
}

/** The captions of a take as the page works on them: they outlive the panel, so that undo does too. */
export interface Session {
  take: string;
  state(): SessionState;
  subscribe(listener: () => void): () => void;
  act(action: HistoryAction<Draft>): void;
  /** Reads what is on disk, unless something of this page waits to be written. */
  load(): Promise<void>;
  /** Takes what an engine made as one step that can be undone. */
  takeMade(label: string): Promise<void>;
  flush(): Promise<boolean>;
  takeTheirs(): Promise<void>;
  keepMine(): Promise<void>;
}

const draftOf = (captions: Captions | null): Draft => {
  if (!captions) return nothing;
  const { language, origin, cues } = captions;
  return { language, origin, cues };
};

function createSession(take: string): Session {
  const listeners = new Set<() => void>();
  let state: SessionState = { is: 'loading', error: null, history: startHistory(nothing), saving: { is: 'saved' } };
  let version = 0;

  const set = (next: Partial<SessionState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  /** What is on disk is the same for the rest of the page, which proposes by it. */
  const know = (captions: Captions | null) => {
    version = captions?.version ?? 0;
    queryClient.setQueryData(orpc.captions.get.queryKey({ input: { take } }), captions);
  };
  const autosave = createAutosave<Draft>({
    async save(draft) {
      know(await client.captions.save({ take, version, ...draft }));
    },
    isStale,
    mayPass,
    onState: (saving) => set({ saving }),
    delay: 600,
    retryAfter: 4000,
  });

  const read = async (): Promise<Draft> => {
    const captions = await client.captions.get({ take });
    know(captions);
    return draftOf(captions);
  };
  const reset = (draft: Draft) => set({ is: 'ready', error: null, history: startHistory(draft), saving: { is: 'saved' } });

  const session: Session = {
    take,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act(action) {
      const history = historyReducer(state.history, action);
      if (history === state.history) return;
      const changed = history.present.state !== state.history.present.state;
      set({ history });
      if (changed) autosave.change(history.present.state);
    },
    async load() {
      if (state.is === 'ready' && state.saving.is !== 'saved') return;
      try {
        const before = version;
        const draft = await read();
        if (state.is !== 'ready' || version !== before) reset(draft);
      } catch (error) {
        if (state.is !== 'ready') set({ is: 'failed', error });
      }
    },
    async takeMade(label) {
      autosave.forget();
      const draft = await read();
      set({ is: 'ready', saving: { is: 'saved' }, history: historyReducer(state.history, { type: 'change', state: draft, label }) });
    },
    flush: autosave.flush,
    async takeTheirs() {
      const draft = await read();
      autosave.forget();
      reset(draft);
    },
    async keepMine() {
      version = (await client.captions.get({ take }))?.version ?? 0;
      await autosave.flush();
    },
  };
  return session;
}

const sessions = new Map<string, Session>();

/** The one session of a take on this page. */
export function sessionOf(take: string): Session {
  const known = sessions.get(take);
  if (known) return known;
  const made = createSession(take);
  sessions.set(take, made);
  return made;
}
