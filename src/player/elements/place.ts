import { withStorage } from './storage.ts';

/** Under this many seconds from the start or the end there is nothing to go on with. */
const margin = 5;

const key = (media: string) => `showhow:place:${media}`;

/** Where the learner stopped in this video, in seconds, or null. */
export function placeIn(media: string): number | null {
  const kept = Number(withStorage((storage) => storage.getItem(key(media))));
  return Number.isFinite(kept) && kept >= margin ? kept : null;
}

export function keepPlace(media: string, time: number, duration: number): void {
  const worthKeeping = time >= margin && time <= duration - margin;
  withStorage((storage) => (worthKeeping ? storage.setItem(key(media), time.toFixed(1)) : storage.removeItem(key(media))));
}
