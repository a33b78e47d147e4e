import { expect, test } from 'vitest';
import { seenAt } from '../../../../src/renderer/features/cut/stage/seen-at.ts';
import { wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { sceneOf } from '../../../../src/shared/model/scene/scene.ts';

const facts = { duration: 10, picture: { width: 1280, height: 720 }, camera: null };

/** Two takes one after the other; the second begins between two frames. */
const turningAt = (seconds: number) => {
  const clip = (source: string, to: number) => ({ id: source, source, from: 0, to });
  const list = { ...wholeSource('one', 10, 'one'), clips: [clip('one', seconds), clip('two', 4)] };
  return sceneOf(list, { one: facts, two: facts });
};

test('where one take follows another between two frames, the take that is shown is seen, and not nothing', () => {
  // Frame 151 is the first of the second take, and comes a little after it begins; then a little before.
  for (const seconds of [5.02, 5.045]) {
    const scene = turningAt(seconds);
    for (const [beside, source] of [
      [-0.001, 'one'],
      [0, 'two'],
      [0.001, 'two'],
    ] as const) {
      const now = seenAt(scene, seconds + beside, source);
      expect(now?.stretch.source, `${source} at ${seconds + beside}`).toBe(source);
      expect(now?.layers).toHaveLength(1);
    }
  }
  // Far from there it is the scene that knows.
  expect(seenAt(turningAt(5.02), 2, 'two')?.stretch.source).toBe('one');
});
