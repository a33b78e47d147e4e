import type { Clip } from '../../../shared/model/edit/list.ts';
import type { Track } from '../../../shared/model/take.ts';
import { correct } from './drift.ts';
import { follow, shuttle, startAt } from './playback.ts';
import { covers, fileTime, type Playing, takeTime } from './tracks.ts';

/** `rate` 0 is paused, below 0 runs back. `blocked`: the browser cannot show the picture's file. */
export interface PlayerState {
  rate: number;
  blocked: boolean;
}

export interface Player {
  time: () => number;
  state: () => PlayerState;
  subscribe: (listener: () => void) => () => void;
  /** Called with each new time, up to once a screen refresh; kept apart so that pages need not render for it. */
  onTime: (listener: (time: number) => void) => () => void;
  attach: (track: Track, element: HTMLMediaElement | null) => void;
  setClips: (clips: readonly Clip[]) => void;
  toggle: () => void;
  pause: () => void;
  shuttle: (direction: 'back' | 'on') => void;
  seek: (time: number) => void;
}

/** How often the other tracks are compared with the picture, in milliseconds. */
const lookEvery = 200;

/**
 * Plays a take as its edit list says, without rendering: the picture's file is the clock, the other tracks follow it,
 * and what is cut out is jumped over.
 */
export function createPlayer(source: string, duration: number, playing: Playing): Player {
  const elements = new Map<Track, HTMLMediaElement>();
  const detach = new Map<Track, () => void>();
  const stateListeners = new Set<() => void>();
  const timeListeners = new Set<(time: number) => void>();
  let clips: readonly Clip[] = [];
  let state: PlayerState = { rate: 0, blocked: false };
  let time = 0;
  let before = 0;
  let frame = 0;
  let lastTick = 0;
  let lastLook = 0;

  const picture = () => (playing.picture ? elements.get(playing.picture) : undefined);
  const followers = () => [...elements].filter(([track]) => track !== playing.picture);

  const set = (next: Partial<PlayerState>) => {
    state = { ...state, ...next };
    for (const listener of stateListeners) listener();
  };
  const tell = () => {
    for (const listener of timeListeners) listener(time);
  };

  /** One jump at a time for each element; the newest wish is taken up when the last one has arrived. */
  const place = (track: Track, element: HTMLMediaElement) => {
    if (element.seeking || element.readyState === 0) return;
    const wanted = fileTime(track, time);
    if (Math.abs(element.currentTime - wanted) > 0.004) element.currentTime = wanted;
  };
  const placeAll = () => {
    for (const [track, element] of elements) if (state.rate === 0 ? element instanceof HTMLVideoElement : true) place(track, element);
  };

  const start = (element: HTMLMediaElement) => {
    if (!element.paused) return;
    // A pause right after a play rejects the play: nothing to tell anyone.
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') halt();
    });
  };

  /** Keeps camera and sound at the picture's clock. */
  const align = (holding: boolean) => {
    for (const [track, element] of followers()) {
      if (holding || !covers(track, time)) {
        element.pause();
        continue;
      }
      const correction = correct(takeTime(track, element.currentTime) - time, state.rate);
      if (correction.do === 'seek') place(track, element);
      else element.playbackRate = correction.rate;
      start(element);
    }
  };

  const halt = () => {
    cancelAnimationFrame(frame);
    for (const element of elements.values()) {
      element.pause();
      element.playbackRate = 1;
    }
    if (state.rate !== 0) set({ rate: 0 });
  };

  const stopAt = (at: number) => {
    halt();
    time = before = Math.min(at, duration);
    placeAll();
    tell();
  };

  const jumpTo = (to: number) => {
    time = before = to;
    for (const [track, element] of elements) if (covers(track, time)) element.currentTime = fileTime(track, time);
  };

  const runOn = (element: HTMLMediaElement, track: Track, now: number) => {
    const holding = element.seeking || element.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;
    if (!element.seeking) {
      time = element.ended ? duration : takeTime(track, element.currentTime);
      const next = follow(clips, source, before, time);
      if (next.do === 'stop') return stopAt(next.at);
      if (next.do === 'jump') jumpTo(next.to);
      else if (element.ended) return stopAt(duration);
      else before = time;
    }
    if (holding || now - lastLook > lookEvery) {
      lastLook = now;
      align(holding);
    }
    start(element);
    tell();
    frame = requestAnimationFrame(tick);
  };

  /** No browser plays backwards: the picture is sought, as fast as it can follow. */
  const runBack = (now: number) => {
    time = before = Math.max(0, time + (state.rate * (now - lastTick)) / 1000);
    const seen = clips.some((clip) => clip.source === source && time >= clip.from && time < clip.to);
    const earlier = clips.filter((clip) => clip.source === source && clip.to <= time).sort((a, b) => b.to - a.to)[0];
    if (!seen) {
      if (!earlier) return stopAt(clips.reduce((first, clip) => Math.min(first, clip.from), duration));
      time = before = earlier.to - 0.04;
    }
    placeAll();
    tell();
    frame = requestAnimationFrame(tick);
  };

  const tick = (now: number) => {
    const element = picture();
    if (!element || !playing.picture || state.rate === 0) return;
    if (state.rate > 0) runOn(element, playing.picture, now);
    else runBack(now);
    lastTick = now;
  };

  const run = (rate: number) => {
    if (!picture() || state.blocked) return;
    if (rate < 0) {
      for (const each of elements.values()) each.pause();
    } else {
      if (state.rate <= 0) jumpTo(startAt(clips, source, time));
      for (const each of elements.values()) each.playbackRate = rate;
    }
    set({ rate });
    cancelAnimationFrame(frame);
    lastTick = performance.now();
    lastLook = 0;
    frame = requestAnimationFrame(tick);
  };

  return {
    time: () => time,
    state: () => state,
    subscribe(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    onTime(listener) {
      timeListeners.add(listener);
      return () => timeListeners.delete(listener);
    },
    attach(track, element) {
      detach.get(track)?.();
      detach.delete(track);
      elements.delete(track);
      if (!element) return;
      elements.set(track, element);
      const catchUp = () => {
        if (state.rate <= 0) place(track, element);
      };
      const fail = () => {
        if (track === playing.picture) {
          halt();
          set({ blocked: true });
        }
      };
      element.addEventListener('seeked', catchUp);
      element.addEventListener('loadedmetadata', catchUp);
      element.addEventListener('error', fail);
      detach.set(track, () => {
        element.removeEventListener('seeked', catchUp);
        element.removeEventListener('loadedmetadata', catchUp);
        element.removeEventListener('error', fail);
      });
    },
    setClips(next) {
      clips = next;
    },
    toggle: () => (state.rate === 0 ? run(1) : halt()),
    pause: halt,
    shuttle: (direction) => run(shuttle(state.rate, direction)),
    seek(to) {
      time = before = Math.min(Math.max(0, to), duration);
      if (state.rate > 0) jumpTo(time);
      else placeAll();
      tell();
    },
  };
}
