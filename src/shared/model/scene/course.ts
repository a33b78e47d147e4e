/** How a number goes from one key to the next: evenly, or beginning and ending gently. */
export type Pace = 'line' | 'smooth';

/** A moment of the output in frames, which may lie between two frames, and what the number is there. */
export interface Key {
  at: number;
  value: number;
}

/** A number over time: one that stays, or one that goes from key to key. Before the first and after the last key it stands still. */
export type Course = number | { pace: Pace; keys: readonly Key[] };

/** Begins and ends gently; 0 to 1 over 0 to 1. */
export const smooth = (part: number): number => part * part * (3 - 2 * part);

const part = (from: number, to: number, frame: number): number =>
  to > from ? Math.min(1, Math.max(0, (frame - from) / (to - from))) : Number(frame >= from);

/** The number at a frame. A sum over all steps, because ffmpeg is given the very same sum. */
export function valueAt(course: Course, frame: number): number {
  if (typeof course === 'number') return course;
  const { keys, pace } = course;
  let value = keys[0]?.value ?? 0;
  for (let index = 1; index < keys.length; index += 1) {
    const [from, to] = [keys[index - 1], keys[index]];
    if (!from || !to) continue;
    const share = part(from.at, to.at, frame);
    value += (to.value - from.value) * (pace === 'smooth' ? smooth(share) : share);
  }
  return value;
}

/** A course through keys, or the number itself where it never changes. */
export function courseOf(pace: Pace, keys: readonly Key[]): Course {
  const [first] = keys;
  return keys.every(({ value }) => value === first?.value) ? (first?.value ?? 0) : { pace, keys };
}

export const stands = (course: Course): course is number => typeof course === 'number';
