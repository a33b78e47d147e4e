import { type Timed, toOutput, toSource } from '../edit/time.ts';
import type { AnchorOf, TakeTime } from './anchor.ts';

type Moment = AnchorOf<'moment'>;

export interface Stretch {
  from: number;
  to?: number | undefined;
}

/** What a video was cut from; null where nobody knows it any more. */
export type Cuts = (media: string) => Timed | null;

/** The last picture of a clip, not the first of the next one. */
const before = (time: number): number => Math.max(0, time - 0.001);

/** The moment in the take, or undefined where it lies on a card or comes from several takes. */
export function takeTimeOf({ from, to }: Stretch, edit: Timed): TakeTime | undefined {
  const start = toSource(edit, from);
  if (!start) return undefined;
  const end = to === undefined ? null : toSource(edit, before(to));
  if (end && end.clip.source !== start.clip.source) return { source: start.clip.source, from: start.time };
  return { source: start.clip.source, from: start.time, ...(end && end.time > start.time && { to: end.time }) };
}

/** What is still seen of a stretch of a take; null where all of it was cut out. */
function seenIn({ source, from, to }: TakeTime, edit: Timed): Stretch | null {
  const start = toOutput(edit, source, from);
  if (to === undefined) return start === null ? null : { from: start };
  const parts = edit.clips.filter((clip) => clip.source === source && clip.from < to && clip.to > from);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const begin = toOutput(edit, source, Math.max(from, first.from));
  const end = toOutput(edit, source, before(Math.min(to, last.to)));
  if (begin === null || end === null) return null;
  return end > begin ? { from: begin, to: end } : { from: begin };
}

const scaled = ({ from, to, duration: was }: Moment, duration: number): Stretch => {
  const scale = was > 0 ? duration / was : 1;
  const at = (time: number) => Math.min(duration, time * scale);
  return { from: at(from), ...(to !== undefined && { to: at(to) }) };
};

/** Where a moment of an old video is in a newer one: through the take, if both edits are known, else in proportion to their lengths. */
export function remapped(
  moment: Moment,
  video: { media: string; duration: number },
  cuts: Cuts,
): { stretch: Stretch | null; sure: boolean } {
  const after = cuts(video.media);
  const was = cuts(moment.media);
  const take = moment.take ?? (was ? takeTimeOf(moment, was) : undefined);
  if (!after || !take) return { stretch: scaled(moment, video.duration), sure: false };
  return { stretch: seenIn(take, after), sure: true };
}
