import type { Redoes, Take } from '../take.ts';
import type { EditList } from './list.ts';

/** Addresses name a stretch to the millisecond. In seconds. */
const same = 0.002;

const isSame = (one: Redoes, other: Redoes): boolean =>
  one.take === other.take && Math.abs(one.from - other.from) < same && Math.abs(one.to - other.to) < same;

/**
 * The stretch of a source, in seconds, that is seen where a step belongs: that of the take itself, or another recording of the
 * step which took its place. Null where the step is not seen at all.
 */
export function stepPlace(list: EditList, step: Redoes, takes: readonly Pick<Take, 'id' | 'redoes' | 'duration'>[]): Redoes | null {
  const again = takes
    .filter(({ redoes }) => redoes && isSame(redoes, step))
    .map(({ id, duration }) => ({ take: id, from: 0, to: duration }));
  const isSeen = ({ take, from, to }: Redoes) => list.clips.some((clip) => clip.source === take && clip.from < to && clip.to > from);
  return [step, ...again].find(isSeen) ?? null;
}
