import { isFault } from '../../shared/contract/faults.ts';
import { type Budget, chosenEdges, chosenHoles, costOf, type Hole, holesIn, type Stored } from '../../shared/model/health/look.ts';
import { type Edge, type Seen, withLook } from '../../shared/model/health/seen.ts';
import type { Stretch } from '../../shared/model/health/stretches.ts';
import type { Track } from '../../shared/model/take.ts';
import type { Watch } from '../media/ffmpeg.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { type Looking, lookAt } from './look-at.ts';
import { readStored } from './stored.ts';

/** Where a file does not say it: its size, pictures a second; and bytes for each pixel of a recording. */
const usual = { width: 1920, height: 1080, rate: 30, bytes: 0.01 };

/** Some files cannot be opened at a key frame, but only near it: then from so many seconds before. */
const ahead = 2;

/** One picture of a take, looked at closer and closer. All times are those of its file, in seconds. */
export class PictureLook {
  readonly #open: (looking: Omit<Looking, 'keep'>) => Promise<Seen[]>;
  readonly #readStored: () => Promise<Stored[] | null>;
  readonly #end: number;
  readonly #rate: number;
  readonly #pixels: number;
  #seen: Seen[] = [];
  #keys: number[] = [];
  #stored: Stored[] | null = null;
  #filled: Stretch[] = [];
  #closely: Stretch[] = [];

  constructor(ffmpeg: Ffmpeg, track: Track, path: string, keep: Looking['keep'], watch: Watch) {
    const { width = usual.width, height = usual.height, frameRate = usual.rate, duration, stream } = track;
    this.#open = (looking) => lookAt(ffmpeg, track, path, { ...looking, keep }, watch);
    this.#readStored = () => readStored(ffmpeg, path, stream, watch.signal);
    this.#end = duration;
    this.#rate = frameRate;
    this.#pixels = width * height;
  }

  get seen(): readonly Seen[] {
    return this.#seen;
  }

  /** The time for which a picture stands. */
  get frame(): number {
    return 1 / this.#rate;
  }

  /** What was not looked at: its key frames are far apart, and no budget reached so far. */
  get holes(): Hole[] {
    // What was looked into is none any more, also where it holds a picture for long and then one on which no other rests.
    const isFilled = ({ from, to }: Stretch): boolean => this.#filled.some((look) => look.from <= from + 0.001 && look.to >= to - 0.001);
    return holesIn(this.#seen, this.#stored, this.#end).filter((hole) => !isFilled(hole));
  }

  /** Key frames, from the beginning to the end. */
  async glance(): Promise<void> {
    this.#seen = await this.#open({ how: 'keys' });
    this.#keys = this.#seen.map(({ time }) => time);
    if (this.holes.length > 0) this.#stored = await this.#readStored();
  }

  /** What lies between key frames that are far apart. */
  async fill(budget: Budget): Promise<void> {
    for (const stretch of chosenHoles(this.holes, this.#pixels, budget)) {
      if (await this.#look('most', stretch)) this.#filled.push(stretch);
    }
  }

  /** Whether nothing more can be found out about an edge. */
  isSharp({ from, to }: Edge): boolean {
    const isNext = to - from <= Math.min(0.1, 1.5 * this.frame);
    const stands = this.#stored?.every(({ time }) => time <= from + 0.001 || time >= to - 0.001) ?? false;
    return isNext || stands || this.#closely.some((look) => look.from <= from + 0.001 && look.to >= to - 0.001);
  }

  /** Edges to the frame: those that are given first, as far as the budget goes. */
  async sharpen(edges: readonly Edge[], budget: Budget): Promise<void> {
    const keyBefore = ({ from }: Edge): number => this.#keys.findLast((key) => key <= from + 0.001) ?? 0;
    const blurred = edges.filter((edge) => !this.isSharp(edge));
    for (const stretch of chosenEdges(blurred, keyBefore, (look) => this.#price(look), budget)) {
      if (await this.#look('all', stretch)) this.#closely.push(stretch);
    }
  }

  #price({ from, to }: Stretch): number {
    const within = this.#stored?.filter(({ time }) => time >= from && time <= to);
    const pictures = within?.length ?? (to - from) * this.#rate;
    const bytes = within?.reduce((sum, picture) => sum + picture.bytes, 0) ?? pictures * this.#pixels * usual.bytes;
    return costOf({ pictures, bytes }, this.#pixels, 'all');
  }

  async #look(how: 'most' | 'all', stretch: Stretch): Promise<boolean> {
    const late = (look: readonly Seen[]): boolean => (look[0]?.time ?? Number.POSITIVE_INFINITY) > stretch.from + 1.5 * this.frame;
    let look = await this.#tried(how, stretch);
    if (late(look) && stretch.from > 0) look = await this.#tried(how, { ...stretch, from: Math.max(0, stretch.from - ahead) });
    this.#seen = withLook(this.#seen, look);
    return !late(look);
  }

  /** What cannot be decoded is not seen: it stays a hole, or an edge that is not sharp. */
  async #tried(how: 'most' | 'all', stretch: Stretch): Promise<Seen[]> {
    try {
      return await this.#open({ how, stretch });
    } catch (error) {
      if (isFault(error) && error.code === 'FFMPEG_FAILED') return [];
      throw error;
    }
  }
}
