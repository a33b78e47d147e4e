import type { SourceSet } from './use-sources.ts';
import type { SourceName } from './words.ts';

const names: SourceName[] = ['screen', 'camera', 'microphone'];

export const beingAsked = (set: SourceSet): SourceName[] => names.filter((name) => set[name].state === 'asking');

/** Whether there is a picture to record, or one is being asked for. */
export const hasPicture = ({ screen, camera }: SourceSet): boolean =>
  [screen, camera].some(({ state }) => state === 'on' || state === 'asking');

/**
 * What becomes of a wish to record. It waits for every source that is being asked for: a take without the voice that was about
 * to come would be lost. Where one of `asked`, which had not answered when the wish came, is refused, the person is told so first.
 */
export function whenToBegin(asked: SourceName[], set: SourceSet): 'wait' | 'begin' | 'leave' {
  if (beingAsked(set).length > 0) return 'wait';
  return asked.some((name) => set[name].state === 'refused') || !hasPicture(set) ? 'leave' : 'begin';
}
