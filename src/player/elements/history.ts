import { addSegment } from '../../shared/model/played.ts';
import type { PlayedSegment } from '../../shared/model/record.ts';

/** Between two reports of a playing video lie at most this many seconds; more is a jump that was not announced. */
const longestStep = 2;

/** Keeps account of which stretches of a video were really played. Pure: it is told times and knows no element. */
export class PlayHistory {
  /** Stretches of this visit, merged and in order. */
  segments: readonly PlayedSegment[] = [];
  /** The same with those of earlier visits. */
  all: readonly PlayedSegment[];
  #from: number | null = null;
  #last = 0;

  constructor(before: readonly PlayedSegment[] = []) {
    this.all = before;
  }

  /** It plays; `from` is where that began, of what plays already. */
  play(time: number, from = time): void {
    this.#from = from;
    this.#last = time;
  }

  /** The video reports where it is. */
  at(time: number): void {
    if (this.#from === null) return;
    if (time < this.#last || time - this.#last > longestStep) {
      this.#close();
      this.#from = time;
    }
    this.#last = time;
  }

  /** Someone jumps. Answers from where. */
  seek(to: number): number {
    const from = this.#last;
    if (this.#from !== null) {
      this.#close();
      this.#from = to;
    }
    this.#last = to;
    return from;
  }

  pause(time: number): void {
    this.at(time);
    this.#close();
    this.#from = null;
  }

  #close(): void {
    if (this.#from === null || this.#last <= this.#from) return;
    this.segments = addSegment(this.segments, [this.#from, this.#last]);
    this.all = addSegment(this.all, [this.#from, this.#last]);
  }
}
