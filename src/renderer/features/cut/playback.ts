import type { Clip } from '../../../shared/model/edit/list.ts';

/** What the preview does next: play on, go to another moment of the source, or stop. */
export type Next = { do: 'play' } | { do: 'jump'; to: number } | { do: 'stop'; at: number };

/** A cut is made this long before its moment, because the next look comes a screen refresh later. In seconds. */
const ahead = 0.012;

const holds = (clip: Clip, time: number): boolean => time >= clip.from - 0.001 && time < clip.to;

/**
 * Follows the edit list while a source plays: `before` is where it was at the last look, `now` where it is.
 * From a removed stretch it goes to what is seen next.
 */
export function follow(clips: readonly Clip[], source: string, before: number, now: number): Next {
  const index = clips.findIndex((clip) => clip.source === source && holds(clip, before));
  const clip = clips[index];
  if (!clip) return enter(clips, source, now);
  if (now < clip.to - ahead && now >= clip.from - 0.5) return { do: 'play' };
  const next = clips.slice(index + 1).find((later) => later.source === source);
  if (!next) return { do: 'stop', at: clip.to };
  return Math.abs(next.from - now) < ahead * 2 ? { do: 'play' } : { do: 'jump', to: next.from };
}

function enter(clips: readonly Clip[], source: string, now: number): Next {
  const here = clips.some((clip) => clip.source === source && holds(clip, now));
  if (here) return { do: 'play' };
  const later = clips.filter((clip) => clip.source === source && clip.from > now).sort((a, b) => a.from - b.from)[0];
  return later ? { do: 'jump', to: later.from } : { do: 'stop', at: now };
}

/** Where play begins: here, after the removed stretch, or from the first clip where the end is reached. */
export function startAt(clips: readonly Clip[], source: string, now: number): number {
  const next = follow(clips, source, now, now);
  if (next.do === 'play') return now;
  if (next.do === 'jump') return next.to;
  return clips.find((clip) => clip.source === source)?.from ?? 0;
}

/** J, K and L: back, stop, on; each further press twice as fast. */
export function shuttle(rate: number, key: 'back' | 'on'): number {
  const sign = key === 'on' ? 1 : -1;
  if (Math.sign(rate) !== sign) return sign;
  return sign * Math.min(4, Math.abs(rate) * 2);
}
