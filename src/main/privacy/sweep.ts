import { join } from 'node:path';
import { z } from 'zod';
import type { EditList } from '../../shared/model/edit/list.ts';
import { Id, MediaHash } from '../../shared/model/ids.ts';
import { pieces } from '../../shared/model/ranges.ts';
import { getTake } from '../capture/take-rows.ts';
import { getEdit } from '../edits/edit-rows.ts';
import { takeSource } from '../edits/edit-sources.ts';
import { originOf } from '../edits/origins.ts';
import type { JobRun } from '../jobs/jobs.ts';
import type { Ffmpeg } from '../media/locate.ts';
import type { Studio } from '../studio.ts';
import { type Coverage, coverageOf, isSearchable } from './coverage.ts';
import { findingOf } from './findings.ts';
import { framesOf, lookSize } from './frames.ts';
import { lookThrough } from './look-through.ts';
import { type Reader, readerName, startReader } from './reader.ts';
import { type ReadingCounts, rememberingReader } from './readings.ts';
import { keepSearched, searchedOf } from './rows.ts';
import { privacySettings, searchName } from './settings.ts';

const SweepInput = z.object({ edit: Id, video: MediaHash.optional() });

type SweepInput = z.infer<typeof SweepInput>;
type Watch = Pick<JobRun, 'signal' | 'progress'>;

/** What was found is kept each time so many seconds of a take are through: a crash costs no more. */
const pieceLength = 60;

/** What is known of what an edit list shows, searched as the settings say now. */
export async function knownOf(studio: Studio, list: Pick<EditList, 'clips'>): Promise<Coverage> {
  const names = [...new Set(list.clips.map(({ source }) => source))];
  const takes = await Promise.all(names.map((name) => getTake(studio.database, name)));
  const searchable = takes.filter(isSearchable).map(({ id }) => id);
  return coverageOf(list, searchable, await searchedOf(studio, searchable, searchName(await privacySettings(studio))));
}

/** A reader that is started when the first picture has to be read, and not before. */
function lazyReader(language: string, signal: AbortSignal): { reader: () => Promise<Reader>; close(): Promise<void> } {
  let started: Promise<Reader> | null = null;
  return {
    reader: () => (started ??= startReader(language, signal)),
    close: async () => (await started?.catch(() => null))?.close(),
  };
}

/** Searches what an edit shows and nobody searched yet. */
async function sweep(studio: Studio, ffmpeg: Ffmpeg, { edit, video }: SweepInput, { signal, progress }: Watch): Promise<void> {
  const { list } = await getEdit(studio.database, edit);
  const before = video ? await originOf(studio, video) : null;
  const settings = await privacySettings(studio);
  const { missing } = await knownOf(studio, { clips: [...list.clips, ...(before?.list.clips ?? [])] });
  const stretches = missing.flatMap(({ take, ...range }) => pieces([range], pieceLength).map((piece) => ({ take, ...piece })));
  const total = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const counts: ReadingCounts = { read: 0, known: 0 };
  const lazy = lazyReader(settings.language, signal);
  const readBy = `${readerName()} ${settings.language}`;
  const reader = rememberingReader(lazy.reader, join(studio.paths.cache, 'readings'), readBy, counts);
  let done = 0;
  try {
    for (const { take, ...range } of stretches) {
      const { picture } = await takeSource(studio, take);
      const through = done;
      const trails = await lookThrough(framesOf(ffmpeg, picture, range, signal), reader, settings, range, (at) =>
        progress((through + Math.max(0, at - range.from)) / total),
      );
      signal.throwIfAborted();
      const findings = trails.flatMap((trail) => findingOf(trail, take, lookSize(picture)) ?? []);
      await keepSearched(studio, searchName(settings), { take, ...range, reader: readerName(), language: settings.language, findings });
      done += range.to - range.from;
    }
  } finally {
    await lazy.close();
  }
  studio.log.info({ edit, seconds: total, ...counts }, 'an edit was searched for what is private');
}

/** The job behind "Search". After a crash it goes on where it was: what was searched is kept, what was read is known. */
export function registerSweep(studio: Studio, ffmpeg: () => Promise<Ffmpeg>): void {
  studio.jobs.register('sweep', {
    resumable: true,
    async run(input, { signal, progress }) {
      await sweep(studio, await ffmpeg(), SweepInput.parse(input), { signal, progress });
    },
  });
}
