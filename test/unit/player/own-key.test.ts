import { afterEach, expect, it, vi } from 'vitest';
import { keepPlace, keepPlayed, placeIn, playedBefore } from '../../../src/player/elements/place.ts';

const media = 'a'.repeat(64);
const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};

/** The page of someone who is signed in, or of nobody whom it knows, in the same browser. */
function readBy(reader?: string): void {
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('document', { body: { dataset: reader ? { reader } : {} } });
}

afterEach(() => {
  kept.clear();
  vi.unstubAllGlobals();
});

it('counts what was played for who played it, and goes on where she stopped, whoever else uses the browser', () => {
  readBy('lea');
  keepPlayed(media, [[0, 8]], false);
  keepPlace(media, 8, 60);
  readBy('ole');
  expect([playedBefore(media), placeIn(media)]).toEqual([[], null]);
  readBy();
  expect([playedBefore(media), placeIn(media)]).toEqual([[], null]);
  readBy('lea');
  expect([playedBefore(media), placeIn(media)]).toEqual([[[0, 8]], 8]);
});
