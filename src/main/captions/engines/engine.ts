import type { Origin, Span, Word } from '../../../shared/model/captions/captions.ts';

/** What an engine listens to: 16 kHz, mono, 16 bit, in a WAVE file that lies in a folder of its own. */
export interface Listening {
  wave: string;
  folder: string;
  duration: number;
  /** Where something is said, as far as loudness tells. */
  speech: readonly Span[];
}

export interface EngineWatch {
  signal?: AbortSignal | undefined;
  /** 0 to 1. */
  progress?: ((share: number) => void) | undefined;
}

/** What was said, word by word, in seconds of the sound. */
export interface Spoken {
  words: Word[];
  language: string;
  origin: Origin;
}
