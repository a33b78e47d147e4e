import { sayText } from '../../translation/wording.ts';
import type { HotspotAnswer, Point } from '../answer.ts';
import { allDiffer, byChoice, type QuizKind, strings } from '../kind.ts';
import type { HotspotQuiz, Region } from '../model.ts';

/** A place that is narrower or lower than this cannot be hit by a finger. */
export const leastRegion = 0.02;

const holds = ({ x, y, width, height }: Region, point: Point): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;

/** The place that a point hits; where places lie over each other, a right one before a wrong one. */
export function regionAt(regions: readonly Region[], point: Point): Region | null {
  const hit = regions.filter((region) => holds(region, point));
  return hit.find(({ correct }) => correct) ?? hit[0] ?? null;
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
const isPoint = (value: unknown): value is Point => {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y } = value as Partial<Record<string, unknown>>;
  return isShare(x) && isShare(y);
};

export const hotspotKind: QuizKind<HotspotQuiz, HotspotAnswer> = {
  /** A picture described in words, a right place, and a wrong one: who chooses from the list of places needs a choice as well. */
  isComplete: ({ picture, regions }) =>
    picture !== null &&
    picture.alt.trim() !== '' &&
    allDiffer(regions.map(({ label }) => label)) &&
    regions.every(({ width, height }) => width >= leastRegion && height >= leastRegion) &&
    regions.some(({ correct }) => correct) &&
    regions.some(({ correct }) => !correct),
  blank: () => ({ kind: 'hotspot', chosen: [], misses: [] }),
  read: (_, { chosen, misses }) => ({
    kind: 'hotspot',
    chosen: strings(chosen),
    misses: Array.isArray(misses) ? misses.filter(isPoint).map(({ x, y }) => ({ x, y })) : [],
  }),
  isAnswered: (_, { chosen, misses }) => chosen.length + misses.length > 0,
  fits: ({ regions }, { chosen }) => chosen.every((id) => regions.some((region) => region.id === id)),
  right: ({ regions }) => ({ kind: 'hotspot', chosen: regions.filter(({ correct }) => correct).map(({ id }) => id), misses: [] }),
  judge: ({ regions }, { chosen, misses }) => byChoice(regions, chosen, misses.length),
  texts: ({ picture, regions }) => [picture?.alt ?? '', ...regions.flatMap(({ label, feedback }) => [label, feedback])],
  said: (quiz, say) => ({
    ...quiz,
    picture: quiz.picture && { ...quiz.picture, alt: sayText(say, 'alt', quiz.picture.alt) },
    regions: quiz.regions.map((region) => ({
      ...region,
      label: sayText(say, `${region.id}.label`, region.label),
      feedback: sayText(say, `${region.id}.feedback`, region.feedback),
    })),
  }),
};
