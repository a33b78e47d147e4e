import type { WorkStretch } from '../health/work.ts';
import type { Stretch } from '../silence.ts';

/** A word and when it is said, in seconds of the take. `guessed`: its time was worked out from its neighbours. */
export interface SpokenWord extends Stretch {
  text: string;
  guessed?: true | undefined;
}

/** All that proposals are made from; whatever is not known is null. Figures in LUFS and dB of full scale. */
export interface TakeFacts {
  marks: readonly number[];
  loudness: number | null;
  noise: number | null;
  /** Whether the noise of this take can be reduced: what a computer plays has none that would be. */
  hasVoice: boolean;
  silences: readonly Stretch[];
  /** Where the work happens in a part of the screen only. */
  work: readonly WorkStretch[];
  transcript: { language: string; words: readonly SpokenWord[] } | null;
}

export type Facts = ReadonlyMap<string, TakeFacts>;

/** How silences are shortened: quieter than `below` dB, down to `rest` seconds. A `below` of null suits itself to the room. */
export interface SilenceChoice {
  below: number | null;
  rest: number;
}

export const usualRest = 0.5;
/** A silence has to be longer than what is left of it by this much, or cutting it would only be felt as haste. In seconds. */
export const worthCutting = 0.4;

/** Just above the noise of the room, and never so loud that quiet speech would count as silence. */
export const thresholdFor = (noise: number | null): number => (noise === null ? -42 : Math.round(Math.min(-34, Math.max(-56, noise + 8))));
