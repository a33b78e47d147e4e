import { type Timed, toSource } from '../../../shared/model/edit/time.ts';
import type { Take, Track } from '../../../shared/model/take.ts';
import { createDeck, type Trouble } from './deck.ts';
import type { Scrub } from './scrub/scrub.ts';
import { clipOf, goesOn, type Span, shuttle, spanAt, spansOf } from './spans.ts';
import { playing } from './tracks.ts';

/** One of two sets of media elements: while one is seen, the other stands ready at the beginning of the next clip. */
export type DeckIndex = 0 | 1;

/**
 * `rate` 0 is paused, below 0 runs back. `blocked`: why the take that is seen cannot be shown now. `forbidden`: the browser did not let it
 * play when it was last told to.
 */
export interface PlayerState {
  rate: number;
  blocked: Trouble | null;
  forbidden: boolean;
  /** The deck that is seen and heard. */
  active: DeckIndex;
  /** The take that each deck holds. */
  sources: readonly [string | null, string | null];
}

/** Plays an edit list without rendering. All times are seconds of the output, cards included. */
export interface Player {
  time: () => number;
  /** The take and its moment that are seen. */
  place: () => { source: string; time: number } | null;
  state: () => PlayerState;
  subscribe: (listener: () => void) => () => void;
  /** Called with each new time, up to once a screen refresh; kept apart so that pages need not render for it. */
  onTime: (listener: (time: number) => void) => () => void;
  attach: (deck: DeckIndex, track: Track, element: HTMLMediaElement | null) => void;
  attachScrub: (deck: DeckIndex, track: Track, scrub: Scrub | null) => void;
  setTakes: (takes: ReadonlyMap<string, Take>) => void;
  setList: (list: Timed) => void;
  toggle: () => void;
  pause: () => void;
  shuttle: (direction: 'back' | 'on') => void;
  seek: (time: number) => void;
}

/** A clip is left this long before its end, because the next look comes a screen refresh later. In seconds. */
const ahead = 0.012;

/** The clock is the picture that is seen; while a card is shown it is the computer's. */
export function createPlayer(): Player {
  const stateListeners = new Set<() => void>();
  const timeListeners = new Set<(time: number) => void>();
  let takes: ReadonlyMap<string, Take> = new Map();
  let list: Timed = { clips: [], opening: null, closing: null };
  let spans: readonly Span[] = [];
  let state: PlayerState = { rate: 0, blocked: null, forbidden: false, active: 0, sources: [null, null] };
  let time = 0;
  /** The span that is played. */
  let at = 0;
  let frame = 0;
  let lastTick = 0;

  /** By take, of those whose picture cannot be shown now. */
  const troubles = new Map<string, Trouble>();

  const watch = (deck: DeckIndex) => ({
    onFail(reason: Trouble | 'forbidden') {
      if (deck === state.active) halt();
      if (deck === state.active && reason === 'forbidden') set({ forbidden: true });
      const source = state.sources[deck];
      if (source === null || reason === 'forbidden') return;
      troubles.set(source, reason);
      set({});
    },
    onRead() {
      if (troubles.delete(state.sources[deck] ?? '')) set({});
    },
  });
  const decks = [createDeck(watch(0)), createDeck(watch(1))] as const;
  const seen = () => decks[state.active];
  const standby = (): DeckIndex => (state.active === 0 ? 1 : 0);
  const end = () => spans.at(-1)?.end ?? 0;

  const set = (next: Partial<Omit<PlayerState, 'blocked'>>) => {
    const { blocked: _, ...others } = { ...state, ...next };
    state = { ...others, blocked: troubles.get(others.sources[others.active] ?? '') ?? null };
    for (const listener of stateListeners) listener();
  };
  const tell = () => {
    for (const listener of timeListeners) listener(time);
  };

  const load = (deck: DeckIndex, source: string) => {
    if (state.sources[deck] === source) return;
    const take = takes.get(source);
    decks[deck].pause();
    decks[deck].load(take ? playing(take) : null);
    // Its elements are new, and may read what others could not.
    troubles.delete(source);
    set({ sources: deck === 0 ? [source, state.sources[1]] : [state.sources[0], source] });
  };

  /** Turns to the other deck where only that one holds the take, and goes to the moment. */
  const show = (how: 'place' | 'scrub' = 'place') => {
    const span = spans[at];
    const clip = clipOf(spans, at);
    if (!span || !clip) return;
    if (state.sources[state.active] !== clip.source) {
      if (state.sources[standby()] === clip.source) {
        seen().pause();
        set({ active: standby() });
      } else load(state.active, clip.source);
    }
    const inClip = Math.min(Math.max(0, time - span.start), clip.to - clip.from);
    const besideCard = at === 0 ? clip.from : clip.to;
    seen()[how](span.clip ? clip.from + inClip : besideCard);
  };

  /** Has the other deck stand ready at the beginning of what has to be sought next. */
  const cue = () => {
    let before = spans[at]?.clip ?? null;
    for (const { clip } of spans.slice(at + 1)) {
      if (clip && !(before && goesOn(before, clip))) {
        load(standby(), clip.source);
        decks[standby()].place(clip.from);
        return;
      }
      before = clip ?? before;
    }
  };

  const halt = () => {
    cancelAnimationFrame(frame);
    for (const deck of decks) deck.pause();
    if (state.rate === 0) return;
    // The picture went on since it was last looked at.
    const clip = spans[at]?.clip;
    const moment = clip && state.rate > 0 ? seen().time() : null;
    if (clip && moment !== null) time = Math.min(Math.max(time, (spans[at]?.start ?? 0) + moment - clip.from), spans[at]?.end ?? time);
    set({ rate: 0 });
    tell();
  };
  const stopAt = (moment: number) => {
    halt();
    time = moment;
    at = spanAt(spans, time);
    show();
    tell();
  };

  /** From the end of a span to the next; false where the next has to load a moment longer. */
  const advance = (span: Span, next: Span): boolean => {
    if (next.clip && !(span.clip && goesOn(span.clip, next.clip))) {
      const deck = standby();
      if (state.sources[deck] === next.clip.source) {
        if (!decks[deck].ready()) return false;
        seen().pause();
        set({ active: deck });
      } else {
        at += 1;
        time = next.start;
        show();
        cue();
        return true;
      }
    } else if (!next.clip) seen().pause();
    at += 1;
    time = next.start;
    cue();
    return true;
  };

  const runOn = (now: number) => {
    const span = spans[at];
    if (!span) return halt();
    let over: boolean;
    if (span.clip) {
      const moment = seen().time();
      if (moment !== null) time = Math.min(Math.max(span.start, span.start + moment - span.clip.from), span.end);
      over = moment !== null && (moment >= span.clip.to - ahead * state.rate || seen().ended());
    } else {
      time = Math.min(time + (state.rate * (now - lastTick)) / 1000, span.end);
      over = time >= span.end;
    }
    const next = spans[at + 1];
    if (over && !next) return stopAt(span.end);
    if (over && next?.clip && troubles.has(next.clip.source)) return stopAt(next.start);
    if (over && next && !advance(span, next)) seen().pause();
    else if (spans[at]?.clip) seen().run(state.rate);
    tell();
    frame = requestAnimationFrame(tick);
  };

  /** No browser plays backwards: the picture is sought, as fast as it can follow. */
  const runBack = (now: number) => {
    time += (state.rate * (now - lastTick)) / 1000;
    if (time <= 0) return stopAt(0);
    at = spanAt(spans, time);
    show('scrub');
    tell();
    frame = requestAnimationFrame(tick);
  };

  const tick = (now: number) => {
    if (state.rate === 0) return;
    if (state.rate > 0) runOn(now);
    else runBack(now);
    lastTick = now;
  };

  const run = (rate: number) => {
    if (state.blocked || spans.length === 0) return;
    if (rate < 0) for (const deck of decks) deck.pause();
    else if (state.rate <= 0) {
      if (time >= end() - 0.05) time = 0;
      at = spanAt(spans, time);
      show();
      cue();
    }
    set({ rate, forbidden: false });
    cancelAnimationFrame(frame);
    lastTick = performance.now();
    frame = requestAnimationFrame(tick);
  };

  const goTo = (to: number, how?: 'scrub') => {
    time = Math.min(Math.max(0, to), end());
    at = spanAt(spans, time);
    show(how);
    if (state.rate > 0) cue();
  };

  return {
    time: () => time,
    place() {
      const found = toSource(list, time);
      return found ? { source: found.clip.source, time: found.time } : null;
    },
    state: () => state,
    subscribe(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    onTime(listener) {
      timeListeners.add(listener);
      return () => timeListeners.delete(listener);
    },
    attach: (deck, track, element) => decks[deck].attach(track, element),
    attachScrub: (deck, track, scrub) => decks[deck].attachScrub(track, scrub),
    setTakes(next) {
      takes = next;
      for (const index of [0, 1] as const) {
        const take = takes.get(state.sources[index] ?? '');
        if (take) decks[index].load(playing(take));
      }
      goTo(time);
    },
    setList(next) {
      list = next;
      spans = spansOf(next);
      goTo(time);
      tell();
    },
    toggle: () => (state.rate === 0 ? run(1) : halt()),
    pause: halt,
    shuttle: (direction) => run(shuttle(state.rate, direction)),
    seek(to) {
      goTo(to, 'scrub');
      tell();
    },
  };
}
