import type { PictureCounts } from '../../../../shared/model/take-event.ts';

/** A camera's own pace is the middle of so many distances between pictures. */
const lookedAt = 31;
/** A distance of more than this many times the pace has a hole in it; of more than two seconds it is a device that stood still. */
const hole = 1.6;
const stoodStill = 2000;

/**
 * Counts what a source gave and what of it is not in the track. A camera gives pictures at an even pace, so a hole in
 * its own time is pictures that were lost on the way here; a screen gives one when something changes, and tells nothing.
 */
export class PictureCount {
  readonly #even: boolean;
  #distances: number[] = [];
  #before: number | null = null;
  #arrived = 0;
  #dropped = 0;

  constructor(even: boolean) {
    this.#even = even;
  }

  get counts(): PictureCounts {
    return { arrived: this.#arrived, dropped: this.#dropped };
  }

  /** A picture of the take came, with its source's own time in milliseconds. */
  arrive(own: number): void {
    this.#arrived += 1;
    const distance = this.#before === null ? null : own - this.#before;
    this.#before = own;
    if (!this.#even || distance === null || distance <= 0 || distance > stoodStill) return;
    const pace = this.#distances.toSorted((a, b) => a - b)[Math.floor(this.#distances.length / 2)];
    this.#distances = [...this.#distances, distance].slice(-lookedAt);
    if (pace !== undefined && this.#distances.length > 5 && distance > hole * pace) this.#dropped += Math.round(distance / pace) - 1;
  }

  /** A picture that came, or its repetition, found no room in the encoder or came too late for its place. */
  drop(): void {
    this.#dropped += 1;
  }

  /** The source's time breaks off here: the take paused, or another source goes on. */
  breakOff(): void {
    this.#before = null;
  }
}
