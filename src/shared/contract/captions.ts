import { z } from 'zod';
import { Captions } from '../model/captions/captions.ts';
import { Id, MediaHash } from '../model/ids.ts';
import { VideoText } from '../model/video-text.ts';
import { procedure } from './base.ts';
import { Job } from './jobs.ts';

const ofTake = z.object({ take: Id });
const path = z.string().trim().max(1000);

/** Where the programs lie that make captions; empty where the studio shall look for itself. */
export const CaptionTools = z.object({
  /** A whisper.cpp program and a model for it, which the person chose. */
  whisper: z.object({ program: path, model: path }),
  /** PocketSphinx and the folder of its model: finds a known script in the sound. */
  aligner: z.object({ program: path, model: path }),
});
export type CaptionTools = z.infer<typeof CaptionTools>;

/** Why an engine cannot be used: nothing found or chosen, or one of its parts is wrong. */
export const ToolTrouble = z.enum(['none', 'program-missing', 'program-wrong', 'model-missing', 'model-wrong']);
export type ToolTrouble = z.infer<typeof ToolTrouble>;

/** `program` and `model` as they were found. `language` is the only one that the aligner's model knows. */
export const ToolState = z.discriminatedUnion('ready', [
  z.object({ ready: z.literal(true), program: z.string(), model: z.string(), language: z.string().nullable() }),
  z.object({ ready: z.literal(false), trouble: ToolTrouble }),
]);
export type ToolState = z.infer<typeof ToolState>;

const Tools = z.object({ chosen: CaptionTools, whisper: ToolState, aligner: ToolState });
export type Tools = z.infer<typeof Tools>;

/** whisper: listens · script: finds the words of a script that is known. Language `auto` leaves it to whisper. */
export const CaptionWork = z.discriminatedUnion('by', [
  z.object({ by: z.literal('whisper'), language: z.union([z.literal('auto'), Captions.shape.language]) }),
  z.object({ by: z.literal('script'), language: Captions.shape.language, script: z.string().trim().min(1).max(400_000) }),
]);
export type CaptionWork = z.infer<typeof CaptionWork>;

/**
 * Captions as files: `GET /captions/takes/<take>.vtt` in the take's time, `GET /captions/edits/<edit>.vtt` as the edit shows them;
 * both also as `.srt`.
 */
export const captions = {
  /** Null where a take has none yet. */
  get: procedure.input(ofTake).output(Captions.nullable()),
  /** Refuses with CONFLICT where `version` is not the last one; 0 is the version of captions that are not there yet. */
  save: procedure.input(Captions).output(Captions),
  /** Makes the captions of a take anew, as a job; what was there before is replaced when it is done. */
  make: procedure.input(ofTake.extend({ work: CaptionWork })).output(Job),
  tools: procedure.output(Tools),
  /** Keeps the places, and answers what was found there. */
  chooseTools: procedure.input(CaptionTools).output(Tools),
  /** The captions and chapters of a finished video as they are now, each as a file of the media store. */
  ofVideo: procedure.input(z.object({ video: MediaHash })).output(VideoText),
};
