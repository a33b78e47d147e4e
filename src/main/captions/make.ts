import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type CaptionTools, CaptionWork } from '../../shared/contract/captions.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { type Captions, Cues } from '../../shared/model/captions/captions.ts';
import { cuesOf } from '../../shared/model/captions/cues.ts';
import { Id } from '../../shared/model/ids.ts';
import { takeFolder } from '../capture/folder.ts';
import { getTake } from '../capture/take-rows.ts';
import { weighted } from '../media/ffmpeg-output.ts';
import type { Ffmpeg } from '../media/locate.ts';
import type { Studio } from '../studio.ts';
import { replaceCaptions } from './caption-rows.ts';
import type { EngineWatch, Listening, Spoken } from './engines/engine.ts';
import { align } from './engines/script/align.ts';
import { dictionaryOf, locateAligner } from './engines/script/locate.ts';
import { sentencesOf } from './engines/script/sentences.ts';
import { spreadScript } from './engines/script/spread.ts';
import { listen } from './engines/whisper/listen.ts';
import { locateWhisper } from './engines/whisper/locate.ts';
import { listenTo, type Sound, spokenTrack } from './sound.ts';
import { chosenTools } from './tools.ts';

/** Finds the words of a script: by the aligner where there is one for its language, else laid over what is said. */
async function followScript(
  chosen: CaptionTools,
  listening: Listening,
  script: string,
  language: string,
  watch: EngineWatch,
): Promise<Spoken> {
  const sentences = sentencesOf(script, language);
  if (sentences.length === 0) throw new Fault('CAPTIONS_NO_SCRIPT', {});
  const found = await locateAligner(chosen.aligner);
  if (!('aligner' in found) || found.aligner.language !== language.split('-')[0]) return spreadScript(listening, sentences, language);
  const spoken = await align(found.aligner, await dictionaryOf(found.aligner), listening, sentences, watch);
  return { ...spoken, language };
}

async function hear(chosen: CaptionTools, listening: Listening, work: CaptionWork, watch: EngineWatch): Promise<Spoken> {
  if (work.by === 'script') return followScript(chosen, listening, work.script, work.language, watch);
  const whisper = await locateWhisper(chosen.whisper);
  if (!whisper.ready) throw new Fault('ENGINE_MISSING', { engine: 'Whisper', trouble: whisper.trouble });
  return listen(whisper, listening, work.language, watch);
}

/** Captions of a sound: what engines hear in it, as cues. `folder` is for what is needed meanwhile, and emptied by the caller. */
export async function makeCaptions(
  ffmpeg: Ffmpeg,
  sound: Sound & { duration: number },
  work: CaptionWork,
  { chosen, folder, signal, progress }: EngineWatch & { chosen: CaptionTools; folder: string },
): Promise<Pick<Captions, 'language' | 'origin' | 'cues'>> {
  const report = weighted([1, 9], (share) => progress?.(share));
  const onTime = (time: number) => report(0, time / sound.duration);
  const listening = await listenTo(ffmpeg, sound, sound.duration, folder, { signal, onTime });
  const { words, language, origin } = await hear(chosen, listening, work, { signal, progress: (share) => report(1, share) });
  return { language, origin, cues: Cues.parse(cuesOf(words, randomUUID)) };
}

export const MakeInput = z.object({ take: Id, work: CaptionWork });

/** The job behind "Make captions". */
export function registerMake(studio: Studio, ffmpeg: () => Promise<Ffmpeg>): void {
  studio.jobs.register('captions', {
    resumable: true,
    async run(input, { signal, progress }) {
      const { take: id, work } = MakeInput.parse(input);
      const take = await getTake(studio.database, id);
      const track = spokenTrack(take.tracks);
      if (!track) throw new Fault('CAPTIONS_NO_SPEECH', {});
      const sound = { path: join(takeFolder(studio.paths, id), track.file), stream: track.stream, offset: track.offset };
      const parent = join(studio.paths.cache, 'captions');
      await mkdir(parent, { recursive: true });
      const folder = await mkdtemp(join(parent, 'listening-'));
      try {
        const chosen = await chosenTools(studio);
        const made = await makeCaptions(await ffmpeg(), { ...sound, duration: take.duration }, work, { chosen, folder, signal, progress });
        signal.throwIfAborted();
        await replaceCaptions(studio.database, { take: id, ...made });
        studio.log.info({ take: id, by: work.by, cues: made.cues.length }, 'captions were made');
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  });
}
