import { join } from 'node:path';
import { Fault } from '../../shared/contract/faults.ts';
import type { Track } from '../../shared/model/take.ts';
import { runFfmpeg, type Watch } from '../media/ffmpeg.ts';
import { guarded, literal } from '../media/guard.ts';
import type { Ffmpeg } from '../media/locate.ts';
import type { Listening } from './engines/engine.ts';
import { sampleRate, speechIn } from './pcm.ts';

/** The track in which one speaks: the microphone, else what the system played, as in an imported file. */
export const spokenTrack = (tracks: readonly Track[]): Track | undefined =>
  tracks.find(({ kind }) => kind === 'microphone') ?? tracks.find(({ kind }) => kind === 'system');

/** Where a sound is and how it stands in the time of its take. */
export interface Sound {
  path: string;
  stream: number;
  /** Seconds of the take at which it begins; below 0 it begins before. */
  offset: number;
}

/** What engines listen to, in a folder, exactly in the time of the take. Refuses with CAPTIONS_NO_SPEECH where nothing is heard. */
export async function listenTo(
  ffmpeg: Ffmpeg,
  { path, stream, offset }: Sound,
  duration: number,
  folder: string,
  { signal, onTime }: Watch,
): Promise<Listening> {
  const wave = join(folder, 'sound.wav');
  const late = offset < 0 ? [`atrim=start=${(-offset).toFixed(3)}`, 'asetpts=PTS-STARTPTS'] : [`adelay=${Math.round(offset * 1000)}:all=1`];
  // Gaps inside are filled, so that nothing slides.
  const filters = [`aresample=${sampleRate}:async=1:first_pts=0`, ...late, 'aformat=sample_fmts=s16:channel_layouts=mono'];
  const sound = ['-map', `0:a:${stream}`, '-vn', '-af', filters.join(','), '-t', duration.toFixed(3)];
  // Without names of programs in it the head of the file has its shortest form.
  const bare = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact', '-c:a', 'pcm_s16le', '-f', 'wav'];
  await runFfmpeg(
    ffmpeg,
    {
      step: 'Listening',
      inputs: [{ path: literal(path), options: [...guarded] }],
      outputs: [{ to: wave, options: [...sound, ...bare] }],
    },
    { signal, ...(onTime && { onTime }) },
  );
  const speech = await speechIn(wave);
  if (speech.length === 0) throw new Fault('CAPTIONS_NO_SPEECH', {});
  return { wave, folder, duration, speech };
}
