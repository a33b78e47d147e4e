import { readFile } from 'node:fs/promises';
import { v4 } from 'uuid';
import type { Cue } from '../../shared/model/captions/captions.ts';
import { readCaptions } from '../../shared/model/captions/read.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import type { HealthReport } from '../../shared/model/health/report.ts';
import { common } from '../../shared/model/health/stretches.ts';
import { findingSentence } from '../../shared/model/health/words.ts';
import type { ShownVideo, VideoFacts } from '../../shared/model/lint/context.ts';
import { isNumberedName } from '../../shared/model/recorded-name.ts';
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

/** What stands in a file of captions or chapters. One that is not there, or cannot be read, has nothing. */
async function cuesIn({ media }: Pick<Studio, 'media'>, file: string | null): Promise<Cue[]> {
  if (file === null || !media.has(file)) return [];
  return (await readCaptions(await readFile(media.path(file), 'utf8'), v4))?.cues ?? [];
}

async function factsOf(studio: Studio, shown: ShownVideo): Promise<VideoFacts> {
  const { media } = shown;
  const [{ video }, origin, said, parts] = await Promise.all([
    judge(studio, media, shown.title),
    originOf(studio, media),
    cuesIn(studio, shown.captions),
    cuesIn(studio, shown.chapters),
  ]);
  const privacy = { state: video.state, open: video.open };
  const spoken = said.map(({ text }) => text).join(' ');
  const chapters = parts.map(({ from, to, text }) => ({ from, to, numbered: isNumberedName(text) }));
  const known = { media, edit: video.edit, spoken, chapters, privacy };
  if (!origin) return { ...known, speech: 'unknown', faults: [] };
  const sources = [...new Set(origin.list.clips.map(({ source }) => source))];
  const examined = await Promise.all(sources.map(async (source) => ({ source, report: await readHealth(studio.database, source) })));
  const heard = { speech: speechIn(examined, origin.list), faults: faultsIn(examined, origin.list) };
  return { ...known, ...heard };
}

/** What the studio knows of videos that a module shows. */
export const videoFacts = (studio: Studio, videos: readonly ShownVideo[]): Promise<VideoFacts[]> =>
  Promise.all(videos.map((video) => factsOf(studio, video)));
