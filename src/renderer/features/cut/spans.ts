import type { Clip } from '../../../shared/model/edit/list.ts';
import { clipsStart, editDuration, placed, type Timed } from '../../../shared/model/edit/time.ts';

/** A stretch of the output: a clip, or a card. In seconds of output time. */
export interface Span {
  start: number;
  end: number;
  clip: Clip | null;
}

/** What is seen one after the other, cards included. */
export function spansOf(list: Timed): Span[] {
  const whole = editDuration(list);
  const clips = placed(list).map(({ clip, start }): Span => ({ start, end: start + clip.to - clip.from, clip }));
  const opening = list.opening ? [{ start: 0, end: clipsStart(list), clip: null }] : [];
  const closing = list.closing ? [{ start: whole - list.closing.seconds, end: whole, clip: null }] : [];
  return [...opening, ...clips, ...closing];
}

/** The index of the span that is seen at a moment; the last one from the end on. */
export function spanAt(spans: readonly Span[], time: number): number {
  const index = spans.findIndex(({ end }) => time < end);
  return index === -1 ? spans.length - 1 : index;
}

/** The clip to be seen at a span: its own, or beside a card the nearest one. */
export function clipOf(spans: readonly Span[], index: number): Clip | null {
  const own = spans[index]?.clip;
  if (own) return own;
  return spans.slice(index).find(({ clip }) => clip)?.clip ?? spans.findLast(({ clip }) => clip)?.clip ?? null;
}

/** Whether a clip begins where the one before it ends, in the same source: played on, nothing has to be sought. */
export const goesOn = (clip: Clip, next: Clip): boolean => clip.source === next.source && Math.abs(clip.to - next.from) < 0.005;

/** J, K and L: back, stop, on; each further press twice as fast. */
export function shuttle(rate: number, key: 'back' | 'on'): number {
  const sign = key === 'on' ? 1 : -1;
  if (Math.sign(rate) !== sign) return sign;
  return sign * Math.min(4, Math.abs(rate) * 2);
}
