import { playRefusal } from '../../../shared/model/play-refusal.ts';
import type { Track } from '../../../shared/model/take.ts';
import { correct } from './drift.ts';
import type { Scrub } from './scrub/scrub.ts';
import { covers, fileTime, type Playing, takeTime } from './tracks.ts';

/** The media elements of one take: its picture is the clock, camera and sounds follow it. Times are seconds of the take. */
export interface Deck {
  attach: (track: Track, element: HTMLMediaElement | null) => void;
  /** What is seen of a track while a hand moves; null where it is sought itself. */
  attachScrub: (track: Track, scrub: Scrub | null) => void;
  /** Changes what is played; its elements come by `attach`. */
  load: (playing: Playing | null) => void;
  /** Goes to a moment; the newest wish counts, also where the elements are still on their way. */
  place: (time: number) => void;
  /** Goes to a moment of which the next may follow at once, as under a hand: small copies show it until the hand rests. */
  scrub: (time: number) => void;
  /** Where the picture stands, or null while it is being sought or loaded. */
  time: () => number | null;
  ended: () => boolean;
  /** Whether play can begin at the place that was asked for. */
  ready: () => boolean;
  run: (rate: number) => void;
  pause: () => void;
}

/** How often the other tracks are compared with the picture, in milliseconds. */
const lookEvery = 200;

/** Why the picture's file is not seen: the browser cannot read it, or the studio stopped giving it. */
export type Trouble = 'unreadable' | 'away';

interface Watch {
  /** `forbidden`: the browser does not allow it to play before somebody pressed something. */
  onFail: (reason: Trouble | 'forbidden') => void;
  /** The picture can be read after all. */
  onRead: () => void;
}

/** A file that stopped coming is asked for again after a rest. Milliseconds. */
const rest = 2000;

/** A hand rests that has not moved for this long. Milliseconds. */
const handRests = 200;
/** So near that the picture itself is there as soon as its copy, in seconds. */
const near = 0.1;

export function createDeck({ onFail, onRead }: Watch): Deck {
  const elements = new Map<Track, HTMLMediaElement>();
  const detach = new Map<Track, () => void>();
  const scrubs = new Map<Track, Scrub>();
  let playing: Playing | null = null;
  let wanted = 0;
  let running = false;
  let lastLook = 0;
  /** Until the hand rests. */
  let resting: ReturnType<typeof setTimeout> | undefined;

  const picture = () => (playing?.picture ? elements.get(playing.picture) : undefined);

  /** One jump at a time for each element; the newest wish is taken up when the last one has arrived. */
  const bring = (track: Track, element: HTMLMediaElement) => {
    if (element.seeking || element.readyState === 0) return;
    const target = fileTime(track, wanted);
    if (Math.abs(element.currentTime - target) > 0.004) element.currentTime = target;
  };

  /** What stands where it shall needs no copy any more. */
  const uncover = (track: Track, element: HTMLMediaElement) => {
    if (!element.seeking) scrubs.get(track)?.hide();
  };

  const bringAll = () => {
    clearTimeout(resting);
    resting = undefined;
    for (const [track, element] of elements) {
      bring(track, element);
      uncover(track, element);
    }
  };

  const isBeside = (track: Track, element: HTMLMediaElement) =>
    !element.seeking && Math.abs(element.currentTime - fileTime(track, wanted)) < near;

  const start = (element: HTMLMediaElement) => {
    if (!element.paused) return;
    element.play().catch((error: unknown) => {
      // A pause right after a play is nothing to tell anyone, and a file that cannot be played says so itself.
      if (playRefusal(error) === 'forbidden') onFail('forbidden');
    });
  };

  const holds = (element: HTMLMediaElement) => element.seeking || element.readyState < HTMLMediaElement.HAVE_FUTURE_DATA;

  /** Keeps camera and sound at the picture's clock. */
  const align = (rate: number, time: number, holding: boolean) => {
    for (const [track, element] of elements) {
      if (track === playing?.picture) continue;
      if (holding || !covers(track, time)) {
        element.pause();
        continue;
      }
      const correction = correct(takeTime(track, element.currentTime) - time, rate);
      if (correction.do === 'rate') element.playbackRate = correction.rate;
      else if (!element.seeking && element.readyState > 0) element.currentTime = fileTime(track, time);
      start(element);
    }
  };

  const place = (to: number) => {
    wanted = to;
    if (!running) return bringAll();
    for (const [track, element] of elements) if (covers(track, to)) element.currentTime = fileTime(track, to);
  };

  const time = () => {
    const element = picture();
    return element && playing?.picture && !element.seeking && element.readyState > 0
      ? takeTime(playing.picture, element.currentTime)
      : null;
  };
  const ended = () => picture()?.ended ?? false;

  return {
    time,
    ended,
    attach(track, element) {
      detach.get(track)?.();
      detach.delete(track);
      elements.delete(track);
      if (!element) return;
      elements.set(track, element);
      const listening = new AbortController();
      const { signal } = listening;
      let isLost = false;
      let again: ReturnType<typeof setTimeout> | undefined;
      const catchUp = () => {
        if (resting !== undefined) return;
        if (!running) bring(track, element);
        uncover(track, element);
      };
      const read = () => {
        isLost = false;
        if (track === playing?.picture) onRead();
        catchUp();
      };
      const fail = () => {
        // Asked for again in vain it looks like a file that cannot be read.
        isLost ||= element.error?.code === MediaError.MEDIA_ERR_NETWORK;
        if (isLost) again = setTimeout(() => element.load(), rest);
        if (track === playing?.picture) onFail(isLost ? 'away' : 'unreadable');
      };
      element.addEventListener('seeked', catchUp, { signal });
      element.addEventListener('loadedmetadata', read, { signal });
      element.addEventListener('error', fail, { signal });
      detach.set(track, () => {
        listening.abort();
        clearTimeout(again);
        element.pause();
      });
      catchUp();
    },
    load(next) {
      playing = next;
    },
    attachScrub(track, scrub) {
      scrubs.get(track)?.hide();
      if (scrub) scrubs.set(track, scrub);
      else scrubs.delete(track);
    },
    place,
    scrub(to) {
      if (running || scrubs.size === 0) return place(to);
      wanted = to;
      for (const [track, scrub] of scrubs) {
        const element = elements.get(track);
        if (element && !scrub.isShown() && isBeside(track, element)) bring(track, element);
        else scrub.show(fileTime(track, to));
      }
      clearTimeout(resting);
      resting = setTimeout(bringAll, handRests);
    },
    ready() {
      const element = picture();
      if (!element || !playing?.picture || element.seeking || element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return false;
      return Math.abs(element.currentTime - fileTime(playing.picture, wanted)) < 0.1;
    },
    run(rate) {
      const element = picture();
      if (!element) return;
      if (!running) {
        if (resting !== undefined) bringAll();
        running = true;
        lastLook = 0;
        for (const each of elements.values()) each.playbackRate = rate;
      }
      const now = performance.now();
      const holding = holds(element);
      if (holding || now - lastLook > lookEvery) {
        lastLook = now;
        element.playbackRate = rate;
        align(rate, time() ?? wanted, holding);
      }
      if (!element.ended) start(element);
    },
    pause() {
      if (running) wanted = time() ?? wanted;
      running = false;
      for (const element of elements.values()) {
        element.pause();
        element.playbackRate = 1;
      }
    },
  };
}
