/** Sound as it comes from a source: samples of each channel, at a rate. */
export interface SoundForm {
  rate: number;
  channels: number;
}

/** One channel for many: their mean; many for one: the same in each. */
function mixed(planes: Float32Array[], channels: number, index: number): number {
  if (planes.length === channels) return 0;
  return planes.reduce((sum, plane) => sum + (plane[index] ?? 0), 0) / Math.max(1, planes.length);
}

/**
 * Brings the sound of another device to the form a track began with: its rate, by straight lines between samples, and
 * its number of channels. One for each device, because a buffer goes on where the last one ended.
 */
export class SoundConverter {
  readonly #to: SoundForm;
  /** Where the next sample lies in the coming buffer, in samples of the source; before its beginning where negative. */
  #position = 0;
  #last: number[];

  constructor(to: SoundForm) {
    this.#to = to;
    this.#last = new Array(to.channels).fill(0);
  }

  /** The samples of a buffer, one plane behind the other, in the track's form. */
  convert(planes: Float32Array[], rate: number): { data: Float32Array<ArrayBuffer>; frames: number } {
    const length = planes[0]?.length ?? 0;
    const step = rate / this.#to.rate;
    const frames = Math.max(0, Math.ceil((length - 1 - this.#position) / step));
    const data = new Float32Array(frames * this.#to.channels);
    const same = planes.length === this.#to.channels;
    for (let channel = 0; channel < this.#to.channels; channel += 1) {
      const at = (index: number): number => {
        if (index < 0) return this.#last[channel] ?? 0;
        return same ? (planes[channel]?.[index] ?? 0) : mixed(planes, this.#to.channels, index);
      };
      for (let frame = 0; frame < frames; frame += 1) {
        const place = this.#position + frame * step;
        const before = Math.floor(place);
        const share = place - before;
        data[channel * frames + frame] = at(before) * (1 - share) + at(before + 1) * share;
      }
    }
    this.#last = this.#last.map((last, channel) =>
      length === 0 ? last : same ? (planes[channel]?.[length - 1] ?? 0) : mixed(planes, this.#to.channels, length - 1),
    );
    this.#position += frames * step - length;
    return { data, frames };
  }
}
