import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useLeaving } from '../../saving/use-leaving.ts';
import { type Draft, type Session, type SessionState, sessionOf } from './session.ts';

export interface Captioning extends SessionState {
  session: Session;
  draft: Draft;
  /** One step of the history, in its words; changes of one group are one step until `settle`. */
  change(next: Partial<Draft>, label: string, group?: string): void;
}

/** The captions of a take; read again whenever something that shows them is opened. */
export function useCaptions(take: string): Captioning {
  const session = useMemo(() => sessionOf(take), [take]);
  const state = useSyncExternalStore(session.subscribe, session.state);
  useEffect(() => void session.load(), [session]);
  const draft = state.history.present.state;
  return {
    ...state,
    session,
    draft,
    change: (next, label, group) =>
      session.act({ type: 'change', state: { ...session.state().history.present.state, ...next }, label, ...(group ? { group } : {}) }),
  };
}

/** Writes what waits when the page is left. */
export function useLeavingCaptions({ session, saving }: Captioning): void {
  useLeaving(saving.is !== 'saved', session.flush);
  useEffect(() => () => void session.flush(), [session]);
}
