import type { SoundMeasure } from '../../shared/model/health/judge-sound.ts';
import { isSound, type Track } from '../../shared/model/take.ts';
import { type Output, runFfmpeg, type Watch } from '../media/ffmpeg.ts';
import { guarded, literal } from '../media/guard.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { readLoudnesses } from './read-loudness.ts';
import { meterRate, soundMeter, windowSeconds } from './sound-meter.ts';

/** As many as there are become two sides, as loud as they are: one that is alone would be made quieter on its way. */
const bothSides = 'aformat=sample_fmts=s16:channel_layouts=mono|stereo,pan=stereo|FL=FL+FC|FR=FR+FC';

/** All tracks with sound in one run of ffmpeg: the loudness of each, and its samples for the windows. `pathOf` says where a track's file lies. */
export async function measureSounds(
  ffmpeg: Ffmpeg,
  tracks: readonly Track[],
  duration: number,
  pathOf: (track: Track) => string,
  watch: Watch,
): Promise<SoundMeasure[]> {
  const heard = tracks.filter(({ kind }) => isSound(kind));
  if (heard.length === 0) return [];
  const chains = heard.flatMap(({ kind, stream, offset }, index) => {
    // In the take's time: late tracks begin with silence, early ones are cut, and gaps inside are filled.
    const placed = [
      `asetpts=PTS+${Math.max(0, offset).toFixed(6)}/TB`,
      `aresample=${meterRate}:async=1:first_pts=0`,
      ...(offset < 0 ? [`atrim=start=${(-offset).toFixed(6)}`, 'asetpts=PTS-STARTPTS'] : []),
    ];
    return [
      `[${index}:a:${stream}]${placed.join(',')},asplit[l${index}][p${index}]`,
      `[l${index}]ebur128@${kind}=framelog=verbose,anullsink`,
      `[p${index}]${bothSides},apad,atrim=end=${duration.toFixed(3)}[m${index}]`,
    ];
  });
  const labels = heard.map((_, index) => `[m${index}]`).join('');
  const together = heard.length > 1 ? `${labels}amerge=inputs=${heard.length}[all]` : `${labels}anull[all]`;
  const meter = soundMeter(heard.length);
  const outputs: Output[] = [{ to: meter.take, options: ['-map', '[all]', '-c:a', 'pcm_s16le', '-f', 's16le'] }];
  const lines = await runFfmpeg(
    ffmpeg,
    {
      step: 'Listening to the take',
      inputs: heard.map((track) => ({ path: literal(pathOf(track)), options: [...guarded, '-vn'] })),
      filterGraph: [...chains, together].join(';'),
      outputs,
    },
    watch,
  );
  const loudness = readLoudnesses(lines);
  return meter.result().map(({ levels, clips, peak }, index) => {
    const kind = heard[index]?.kind ?? 'microphone';
    return { kind, loudness: loudness.get(kind) ?? null, peak, seconds: windowSeconds, levels, clips };
  });
}
