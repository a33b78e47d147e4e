import { useCallback, useEffect, useReducer, useRef } from 'react';
import { recordingSpace } from '../../../shared/model/recording.ts';
import type { Redoes, TrackKind } from '../../../shared/model/take.ts';
import type { LossKind, TakeEvent } from '../../../shared/model/take-event.ts';
import { client } from '../../api/client.ts';
import { cleared } from './cleared.ts';
import { endTake, type RunningTake } from './end-take.ts';
import { armEngine } from './engine/arm.ts';
import { type Areas, type Engine, type LiveSources, stopEngine } from './engine/engine.ts';
import { JournalLines } from './journal-lines.ts';
import { choosing, type EndReason, isRunning, nothingYet, type Recording, recordingReducer } from './state.ts';
import { usePulse } from './use-pulse.ts';
import type { SourceName } from './words.ts';

const countFrom = 3;

export interface Recorder {
  state: Recording;
  /** Whether another device can take a lost one's place in the running take. */
  canReplace: boolean;
  begin(live: LiveSources, areas: Areas): void;
  skip(): void;
  cancel(): void;
  pause(): Promise<void>;
  resume(): Promise<void>;
  mark(): Promise<void>;
  /** A source gives nothing from now on. */
  gone(source: SourceName, how: LossKind): Promise<void>;
  /** A source gives something again: itself, or other tracks in its place. */
  back(source: SourceName, tracks: LiveSources, areas: Areas): Promise<void>;
  end(reason: EndReason): Promise<void>;
  prepared(isReady: boolean): void;
  late(): void;
  again(): void;
}

/** The tracks of a take that a source gives. */
const kindsOf = (source: SourceName): TrackKind[] => (source === 'screen' ? ['screen', 'system'] : [source]);

/**
 * Runs one recording after the other: the reducer says where it stands, this makes it so. `redoes` is the step of another
 * take that the next one records again.
 */
export function useRecording(redoes: Redoes | null): Recorder {
  const [state, dispatch] = useReducer(recordingReducer, choosing);
  const armed = useRef<Promise<Engine> | null>(null);
  const engine = useRef<Engine | null>(null);
  const take = useRef<RunningTake | null>(null);
  const ending = useRef(false);
  /** Asked for while the take was being opened on disk: it ends as soon as it is. */
  const wanted = useRef<EndReason | null>(null);
  const latest = useRef(state);
  latest.current = state;

  const letGo = useCallback(() => {
    armed.current?.then(stopEngine).catch(() => undefined);
    armed.current = null;
  }, []);

  const end = useCallback(async (reason: EndReason) => {
    const [running, recorded] = [engine.current, take.current];
    const { current } = latest;
    if (current.name === 'starting') wanted.current = reason;
    if (!running || !recorded || ending.current) return;
    ending.current = true;
    const status = 'status' in current ? current.status : nothingYet;
    dispatch({ type: 'ending', reason });
    await endTake(running, recorded, status, dispatch);
    engine.current = null;
  }, []);

  // Nothing records behind the back of whoever left: an engine of the countdown is let go, a take is ended.
  useEffect(
    () => () => {
      letGo();
      end('stopped').catch(() => undefined);
    },
    [letGo, end],
  );

  const begin = useCallback((live: LiveSources, areas: Areas) => {
    ending.current = false;
    wanted.current = null;
    const one = armEngine(live, areas);
    armed.current = one;
    one.catch((fault: unknown) => {
      if (armed.current === one) dispatch({ type: 'refused', fault });
    });
    dispatch({ type: 'count', from: countFrom });
  }, []);

  /** The journal's lines: the recording itself does not depend on them. */
  const note = useCallback(async (write: (id: string, at: number) => Promise<unknown>, at: number | undefined) => {
    const running = take.current;
    if (at !== undefined && running) await running.lines.add(() => write(running.id, at));
  }, []);
  const tell = useCallback(
    (event: TakeEvent, at: number | undefined) => note((id) => client.takes.tell({ id, at: at ?? 0, event }), at),
    [note],
  );

  const openTake = useCallback(async () => {
    const one = await armed.current;
    if (!one) return;
    const tracks = one.tracks.map((track) => ({ ...track, offset: 0 }));
    const [{ id }] = await Promise.all([client.takes.begin({ tracks, redoes }), cleared()]);
    take.current = { id, lines: new JournalLines() };
    engine.current = one;
    one.onStatus = (status) => dispatch({ type: 'status', status });
    one.onSlept = (at, seconds) => {
      dispatch({ type: 'slept', at, seconds });
      void tell({ type: 'slept', seconds }, at);
    };
    one.onFault = (fault) => {
      end(fault).catch(() => undefined);
    };
    one.start(new URL(`/takes/${id}`, location.origin).href);
    armed.current = null;
    dispatch({ type: 'began', take: id });
    if (wanted.current) await end(wanted.current);
  }, [end, tell, redoes]);

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

  const running = isRunning(state);
  const onFree = useCallback(
    (freeBytes: number) => {
      dispatch({ type: 'disk', freeBytes });
      if (freeBytes < recordingSpace.stop) end('disk-full').catch(() => undefined);
    },
    [end],
  );
  usePulse(running ? take.current : null, latest, onFree, tell);

  const late = useCallback(() => dispatch({ type: 'late', step: 'prepare' }), []);
  const armedKinds = () => engine.current?.tracks.map(({ kind }) => kind) ?? [];

  return {
    state,
    canReplace: engine.current?.replace !== null,
    begin,
    skip: () => dispatch({ type: 'skip' }),
    cancel() {
      letGo();
      dispatch({ type: 'cancel' });
    },
    async pause() {
      const at = await engine.current?.pause();
      dispatch({ type: 'paused' });
      await note((id, moment) => client.takes.pause({ id, at: moment }), at);
    },
    async resume() {
      const at = await engine.current?.resume();
      dispatch({ type: 'resumed' });
      await note((id, moment) => client.takes.resume({ id, at: moment }), at);
    },
    async mark() {
      const at = await engine.current?.mark();
      dispatch({ type: 'marked' });
      await note((id, moment) => client.takes.mark({ id, at: moment }), at);
    },
    async gone(source, how) {
      const kinds = kindsOf(source).filter((kind) => armedKinds().includes(kind));
      const at = kinds.length > 0 ? await engine.current?.mark() : undefined;
      if (at === undefined) return;
      dispatch({ type: 'gone', source, at, how });
      for (const kind of kinds) await tell({ type: 'lost', kind, how }, at);
    },
    async back(source, tracks, areas) {
      const kinds = kindsOf(source).filter((kind) => armedKinds().includes(kind));
      const given = kinds.flatMap((kind) => (tracks[kind] ? [{ kind, track: tracks[kind] }] : []));
      for (const { kind, track } of given) engine.current?.replace?.(kind, track, areas[kind] ?? null);
      dispatch({ type: 'back', source });
      const at = await engine.current?.mark();
      for (const kind of kinds) if (Object.keys(tracks).length === 0 || tracks[kind]) await tell({ type: 'found', kind }, at);
    },
    end,
    prepared: (isReady) => dispatch({ type: 'prepared', outcome: isReady ? 'ready' : 'failed' }),
    late,
    again: () => dispatch({ type: 'again' }),
  };
}
