import { bucketBelow, bucketDecibels, buckets } from './tiles.ts';

/** A stretch in seconds of the take. */
export interface Stretch {
  from: number;
  to: number;
}

/** Sounds shorter than this between two quiet stretches are a click or a breath, not a word. In seconds. */
const blip = 0.06;

/**
 * Where nothing louder than `below` (dB of full scale) is heard for at least `shortest` seconds. The buckets are those of
 * the one pass that listened to the take, so every threshold can be tried without listening again.
 */
export function silences(sound: Uint8Array, below: number, shortest: number): Stretch[] {
  const limit = bucketBelow(below);
  const most = Math.round(blip * buckets.perSecond);
  const found: Stretch[] = [];
  let start = -1;
  let loud = 0;
  const close = (end: number) => {
    if (start >= 0 && end - start >= shortest * buckets.perSecond) {
      found.push({ from: start / buckets.perSecond, to: end / buckets.perSecond });
    }
    start = -1;
  };
  for (let index = 0; index < sound.length; index++) {
    if ((sound[index] ?? 0) < limit) {
      if (start < 0) start = index;
      loud = 0;
    } else if (start >= 0) {
      loud += 1;
      if (loud <= most) continue;
      close(index - loud + 1);
      loud = 0;
    }
  }
  close(sound.length - loud);
  return found;
}

/**
 * What the room sounds like while nobody speaks, in dB of full scale: a tenth of all moments are quieter. Null where nothing
 * was recorded of it, because the sound was switched off or made without a room.
 */
export function noiseFloor(sound: Uint8Array): number | null {
  const counts = new Uint32Array(256);
  for (const byte of sound) counts[byte] = (counts[byte] ?? 0) + 1;
  const heard = sound.length - (counts[0] ?? 0);
  if (heard < buckets.perSecond || heard < sound.length * 0.9) return null;
  let quieter = 0;
  for (let byte = 1; byte < 256; byte++) {
    quieter += counts[byte] ?? 0;
    if (quieter >= heard / 10) return bucketDecibels(byte);
  }
  return null;
}

/** So long a piece of the room says what its noise is made of. In seconds. */
export const roomSample = 0.8;
/** A piece of the room is hardly louder than its quietest moments, and well below what is said. In dB. */
const unsteady = 9;
const belowVoice = 12;

/** The calmest moment in which only the room is heard, `roomSample` long; null where there is none. */
export function roomAlone(sound: Uint8Array): Stretch | null {
  const floor = noiseFloor(sound);
  const size = Math.round(roomSample * buckets.perSecond);
  if (floor === null || sound.length < size) return null;
  const loudest = sound.toSorted()[Math.floor(sound.length * 0.95)] ?? 0;
  if (bucketDecibels(loudest) < floor + belowVoice) return null;
  let sum = 0;
  let best = { at: -1, sum: Number.POSITIVE_INFINITY };
  /** The bucket after the last one that is no room: silence that a switched-off device makes, or something louder. */
  let clean = 0;
  const limit = bucketBelow(floor + unsteady);
  for (let index = 0; index < sound.length; index++) {
    const byte = sound[index] ?? 0;
    sum += byte - (index >= size ? (sound[index - size] ?? 0) : 0);
    if (byte === 0 || byte > limit) clean = index + 1;
    const at = index - size + 1;
    if (at >= clean && sum < best.sum) best = { at, sum };
  }
  return best.at < 0 ? null : { from: best.at / buckets.perSecond, to: (best.at + size) / buckets.perSecond };
}
