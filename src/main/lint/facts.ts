import { readFile } from 'node:fs/promises';
import { v4 } from 'uuid';
import { readCaptions } from '../../shared/model/captions/read.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import type { HealthReport } from '../../shared/model/health/report.ts';
import { common } from '../../shared/model/health/stretches.ts';
import { findingSentence } from '../../shared/model/health/words.ts';
import type { ShownVideo, VideoFacts } from '../../shared/model/lint/context.ts';
import { originOf } from '../edits/origins.ts';
import { readHealth } from '../health/health.ts';
import { judge } from '../privacy/gate.ts';
import type { Studio } from '../studio.ts';

/** A microphone below this recorded the room and no voice, in LUFS. */
const voiceFrom = -52;

interface Examined {
  source: string;
  report: HealthReport | null;
}

function speechIn(examined: readonly Examined[], { sound }: EditList): VideoFacts['speech'] {
  const heard = examined.map(({ source, report }) => {
    if (!report) return null;
    const muted = new Set(sound.muted.filter((one) => one.source === source).map(({ kind }) => kind));
    return report.tracks.some(({ kind, loudness }) => kind === 'microphone' && !muted.has(kind) && (loudness ?? -Infinity) >= voiceFrom);
  });
  if (heard.includes(true)) return 'heard';
  return heard.includes(null) || heard.length === 0 ? 'unknown' : 'none';
}

/** What is cut away is no fault of the video. */
const faultsIn = (examined: readonly Examined[], { clips }: EditList): string[] =>
  examined.flatMap(({ source, report }) => {
    const seen = clips.filter((clip) => clip.source === source);
    const faults = report?.findings.filter(({ weight }) => weight === 'fault') ?? [];
    return faults.filter(({ from, to }) => common([{ from, to: Math.max(to, from + 0.01) }], seen).length > 0).map(findingSentence);
  });

/** The words of a video's captions. A file that is not there, or cannot be read, has none. */
async function spokenIn({ media }: Pick<Studio, 'media'>, captions: string | null): Promise<string> {
  if (captions === null || !media.has(captions)) return '';
  const read = await readCaptions(await readFile(media.path(captions), 'utf8'), v4);
  return read?.cues.map(({ text }) => text).join(' ') ?? '';
}

async function factsOf(studio: Studio, { media, title, captions }: ShownVideo): Promise<VideoFacts> {
  const [{ video }, origin, spoken] = await Promise.all([judge(studio, media, title), originOf(studio, media), spokenIn(studio, captions)]);
  const privacy = { state: video.state, open: video.open };
  if (!origin) return { media, edit: video.edit, spoken, privacy, speech: 'unknown', faults: [] };
  const sources = [...new Set(origin.list.clips.map(({ source }) => source))];
  const examined = await Promise.all(sources.map(async (source) => ({ source, report: await readHealth(studio.database, source) })));
  const heard = { speech: speechIn(examined, origin.list), faults: faultsIn(examined, origin.list) };
  return { media, edit: video.edit, spoken, privacy, ...heard };
}

/** What the studio knows of videos that a module shows. */
export const videoFacts = (studio: Studio, videos: readonly ShownVideo[]): Promise<VideoFacts[]> =>
  Promise.all(videos.map((video) => factsOf(studio, video)));
