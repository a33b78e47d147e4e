import type { SourceSet } from './use-sources.ts';
import type { SourceName } from './words.ts';

const names: SourceName[] = ['screen', 'camera', 'microphone'];

export const beingAsked = (set: SourceSet): SourceName[] => names.filter((name) => set[name].state === 'asking');

/** Whether there is a picture to record, or one is being asked for. */
export const hasPicture = ({ screen, camera }: SourceSet): boolean =>
  [screen, camera].some(({ state }) => state === 'on' || state === 'asking');

/**
 * What becomes of a wish to record. `asked` are the sources that had not answered when it came: it waits for them, as a take
 * without the voice that was about to come would be lost; where one of them is refused, the person is told so first.
 */
export function whenToBegin(asked: SourceName[], set: SourceSet): 'wait' | 'begin' | 'leave' {
  const states = asked.map((name) => set[name].state);
  if (states.includes('asking')) return 'wait';
  return states.includes('refused') || !hasPicture(set) ? 'leave' : 'begin';
}
