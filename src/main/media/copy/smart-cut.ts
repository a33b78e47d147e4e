import type { Packet } from './packets.ts';

/** A stretch of frames of one file: copied as they are, or encoded anew because it does not begin at a key frame. */
export interface Stretch {
  kind: 'copy' | 'encode';
  /** File time of the first frame, and of the first frame after the stretch. */
  from: number;
  to: number;
  frames: number;
}

/** How one clip is cut out: its stretches, and where it really begins and ends, which is on frames. */
export interface SmartCut {
  stretches: Stretch[];
  from: number;
  to: number;
  frames: number;
}

/**
 * Where edges cannot be encoded, a cut this near to a key frame is made there: half of what a rendition may deviate in all.
 * The end of a file is said no more exactly than this.
 */
const nearby = 0.04;

/**
 * Pure: cuts `from`–`to` (file time) out of a file. Copies from the first key frame in it to the last, and encodes what
 * stands before and after; where frames are not in the order in which they are seen (`reordered`), only whole copies
 * from key frame to key frame or to the end are made, and null says that there is none.
 */
export function smartCut(packets: readonly Packet[], from: number, to: number, reordered: boolean): SmartCut | null {
  const ends = endOf(packets);
  const at = (index: number): number => packets[index]?.time ?? ends;
  const half = (at(1) - at(0)) / 2;
  const find = (time: number): number => {
    const index = packets.findIndex((packet) => packet.time >= time - half);
    return index === -1 ? packets.length : index;
  };
  const keys = packets.flatMap(({ key }, index) => (key ? [index] : []));
  const isNear = (index: number, key: number): boolean => reordered && Math.abs(at(key) - at(index)) <= nearby;
  const snapped = (index: number): number => keys.find((key) => isNear(index, key)) ?? index;
  const first = snapped(find(from));
  const last = to >= ends - nearby ? packets.length : snapped(find(to));
  if (last <= first) return null;
  const copyFrom = keys.find((key) => key >= first && key < last);
  if (copyFrom === undefined) return null;
  const copyTo = last === packets.length ? last : (keys.findLast((key) => key <= last && key > copyFrom) ?? copyFrom);
  const stretch = (kind: Stretch['kind'], start: number, end: number): Stretch[] =>
    end > start ? [{ kind, from: at(start), to: at(end), frames: end - start }] : [];
  const stretches = [...stretch('encode', first, copyFrom), ...stretch('copy', copyFrom, copyTo), ...stretch('encode', copyTo, last)];
  if (reordered && stretches.some(({ kind }) => kind === 'encode')) return null;
  return { stretches, from: at(first), to: at(last), frames: last - first };
}

/** Where the last frame ends: it stands as long as the one before. */
function endOf(packets: readonly Packet[]): number {
  const last = packets.at(-1)?.time ?? 0;
  return last + (last - (packets.at(-2)?.time ?? last));
}

/** Copying is worth its many small runs where most frames are copied. */
export const worthwhile = (cuts: readonly SmartCut[]): boolean => {
  const count = (kind?: Stretch['kind']) =>
    cuts.flatMap(({ stretches }) => stretches).reduce((sum, stretch) => sum + (!kind || stretch.kind === kind ? stretch.frames : 0), 0);
  return cuts.length <= 8 && count('copy') >= 0.6 * count();
};
