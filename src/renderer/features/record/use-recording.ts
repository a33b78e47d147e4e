import { useCallback, useEffect, useReducer, useRef } from 'react';
import { readFault } from '../../../shared/contract/faults.ts';
import { recordingPulse } from '../../../shared/model/recording.ts';
import { client } from '../../api/client.ts';
import { armEngine } from './engine/arm.ts';
import { type Engine, EngineStopped, type LiveSources } from './engine/engine.ts';
import { choosing, type EndReason, nothingYet, type Recording, recordingReducer } from './state.ts';

const countFrom = 3;

export interface Recorder {
  state: Recording;
  begin(live: LiveSources): void;
  skip(): void;
  cancel(): void;
  pause(): Promise<void>;
  resume(): Promise<void>;
  mark(): Promise<void>;
  end(reason: EndReason): Promise<void>;
  unprepared(): void;
  again(): void;
}

/** Stops the take at the studio; one that the studio already let go of is salvaged instead. */
async function closeTake(id: string): Promise<string> {
  try {
    return (await client.takes.stop({ id })).job.id;
  } catch (error) {
    if (readFault(error)?.code !== 'TAKE_NOT_RECORDING') throw error;
    return (await client.takes.salvage({ id })).job.id;
  }
}

/** Runs one recording after the other: the reducer says where it stands, this makes it so. */
export function useRecording(): Recorder {
  const [state, dispatch] = useReducer(recordingReducer, choosing);
  const armed = useRef<Promise<Engine> | null>(null);
  const engine = useRef<Engine | null>(null);
  const take = useRef<string | null>(null);
  const ending = useRef(false);

  const letGo = useCallback(() => {
    armed.current?.then((one) => one.stop()).catch(() => undefined);
    armed.current = null;
  }, []);

  const end = useCallback(async (reason: EndReason) => {
    const [running, id] = [engine.current, take.current];
    if (!running || !id || ending.current) return;
    ending.current = true;
    dispatch({ type: 'ending', reason });
    let status = nothingYet;
    running.onStatus = (next) => {
      status = next;
    };
    try {
      status = (await running.stop()).status;
    } catch (error) {
      if (!(error instanceof EngineStopped)) throw error;
    }
    engine.current = null;
    if (status.at > 0) dispatch({ type: 'status', status });
    try {
      dispatch({ type: 'ended', job: await closeTake(id), status });
    } catch {
      // Whatever it was: the studio cannot be reached, what is on disk waits for its next start.
      dispatch({ type: 'lost', status });
    }
  }, []);

  const begin = useCallback((live: LiveSources) => {
    ending.current = false;
    const one = armEngine(live);
    armed.current = one;
    one.catch((fault: unknown) => {
      if (armed.current === one) dispatch({ type: 'refused', fault });
    });
    dispatch({ type: 'count', from: countFrom });
  }, []);

  const openTake = useCallback(async () => {
    const one = await armed.current;
    if (!one) return;
    const { id } = await client.takes.begin({ tracks: one.tracks.map((track) => ({ ...track, offset: 0 })) });
    take.current = id;
    engine.current = one;
    one.onStatus = (status) => dispatch({ type: 'status', status });
    one.onFault = (fault) => {
      end(fault).catch(() => undefined);
    };
    one.start(new URL(`/takes/${id}`, location.origin).href);
    armed.current = null;
    dispatch({ type: 'began', take: id });
  }, [end]);

  useEffect(() => {
    if (state.name !== 'counting') return;
    const timer = setTimeout(() => dispatch({ type: 'second' }), 1000);
    return () => clearTimeout(timer);
  }, [state]);

  useEffect(() => {
    if (state.name !== 'starting') return;
    openTake().catch((fault: unknown) => {
      letGo();
      dispatch({ type: 'refused', fault });
    });
  }, [state.name, openTake, letGo]);

  const running = state.name === 'recording' || state.name === 'paused';
  useEffect(() => {
    if (!running) return;
    const pulse = async () => {
      if (take.current) dispatch({ type: 'disk', ...(await client.takes.pulse({ id: take.current })) });
    };
    // A pulse that fails says nothing new: the pieces that wait do.
    const beat = () => pulse().catch(() => undefined);
    beat();
    const timer = setInterval(beat, recordingPulse.everySeconds * 1000);
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => {
      clearInterval(timer);
      window.removeEventListener('beforeunload', stay);
    };
  }, [running]);

  /** The journal's lines: the recording itself does not depend on them. */
  const tell = async (what: 'pause' | 'resume' | 'mark', at: number | undefined) => {
    if (at === undefined || !take.current) return;
    await client.takes[what]({ id: take.current, at }).catch(() => undefined);
  };

  return {
    state,
    begin,
    skip: () => dispatch({ type: 'skip' }),
    cancel() {
      letGo();
      dispatch({ type: 'cancel' });
    },
    async pause() {
      const at = await engine.current?.pause();
      dispatch({ type: 'paused' });
      await tell('pause', at);
    },
    async resume() {
      const at = await engine.current?.resume();
      dispatch({ type: 'resumed' });
      await tell('resume', at);
    },
    async mark() {
      const at = await engine.current?.mark();
      dispatch({ type: 'marked' });
      await tell('mark', at);
    },
    end,
    unprepared: () => dispatch({ type: 'unprepared' }),
    again: () => dispatch({ type: 'again' }),
  };
}
