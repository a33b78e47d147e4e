import { join } from 'node:path';
import { runFfmpeg, type Watch } from '../ffmpeg.ts';
import type { Loudness } from '../ffmpeg-output.ts';
import { literal } from '../guard.ts';
import type { Ffmpeg } from '../locate.ts';
import { masteringFor, measureSound, settle } from '../loudness.ts';
import { audioOptions, containerOptions } from '../making.ts';
import type { SoundPlan } from '../plan/plan.ts';
import { type Mastering, mastering } from '../plan/sound.ts';
import { amplified, type Waveform } from '../waveform.ts';

/** The sound of a rendition, ready to be joined with its picture. */
export interface SoundFile {
  path: string;
  loudness: Loudness | null;
  waveform: Waveform;
}

/** Listens, masters, writes and checks. It needs nothing of the picture, so both can be made at once. */
export async function writeSound(ffmpeg: Ffmpeg, sound: SoundPlan, folder: string, watch: Watch): Promise<SoundFile> {
  const path = join(folder, 'sound.mp4');
  const { signal } = watch;
  const measured = await measureSound(ffmpeg, sound, { signal });
  const master = masteringFor(measured.loudness);
  const make = async (used: Mastering | null, more: Watch) => {
    const filterGraph = `${sound.filterGraph};[mix]${used ? mastering(used) : 'anull'}[sound]`;
    const outputs = [{ to: literal(path), options: ['-map', '[sound]', ...audioOptions, ...containerOptions] }];
    await runFfmpeg(ffmpeg, { step: 'Setting the loudness', inputs: sound.inputs, filterGraph, outputs }, more);
  };
  await make(master, watch);
  const loudness = master && (await settle(ffmpeg, path, master, (better) => make(better, { signal }), { signal }));
  return { path, loudness, waveform: amplified(measured.waveform, master?.gain ?? 0) };
}
