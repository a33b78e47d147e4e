import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import { currentVersion, HealthReport } from '../../shared/model/health/report.ts';
import { Id } from '../../shared/model/ids.ts';
import { api } from '../api/implement.ts';
import { readJournal, takeFolder } from '../capture/folder.ts';
import { getTake } from '../capture/take-rows.ts';
import type { Tables } from '../database/tables.ts';
import type { Watch } from '../media/ffmpeg.ts';
import type { Ffmpeg } from '../media/locate.ts';
import type { Studio } from '../studio.ts';
import { measureHealth } from './measure.ts';

const HealthInput = z.object({ take: Id });

/** The report of a take, also an older one; null where it was never measured, or by a newer program. */
export async function readHealth(database: Kysely<Tables>, take: string): Promise<HealthReport | null> {
  const row = await database.selectFrom('take_health').select('report').where('take_id', '=', take).executeTakeFirst();
  if (!row) return null;
  const parsed = HealthReport.safeParse(JSON.parse(row.report));
  return parsed.success ? parsed.data : null;
}

async function keepHealth(database: Kysely<Tables>, take: string, report: HealthReport): Promise<void> {
  const text = { report: JSON.stringify(report), measured_at: report.measuredAt };
  await database
    .insertInto('take_health')
    .values({ take_id: take, ...text })
    .onConflict((conflict) => conflict.column('take_id').doUpdateSet(text))
    .execute();
}

/** Measures a take that is ready, and keeps its report. */
export async function examineTake(studio: Studio, ffmpeg: Ffmpeg, id: string, watch: Watch = {}): Promise<HealthReport> {
  const { state, title, tracks, duration, marks, lost } = await getTake(studio.database, id);
  if (state !== 'ready') throw new Fault('CONFLICT', { what: `${title} is not ready yet.` });
  const folder = takeFolder(studio.paths, id);
  const story = { ...(await readJournal(folder)), missing: lost };
  const report = await measureHealth(ffmpeg, { tracks, duration, marks, story, pathOf: ({ file }) => join(folder, file) }, watch);
  await keepHealth(studio.database, id, report);
  const { seconds, findings } = report;
  studio.log.info({ take: id, duration, seconds, findings: findings.map((finding) => finding.id) }, 'a take was examined');
  return report;
}

/** Take health as the core puts it together. */
export function createHealth(studio: Studio, ffmpeg: () => Promise<Ffmpeg>) {
  const { database, jobs } = studio;
  jobs.register('health', {
    resumable: true,
    run: async (input, { signal }) => {
      await examineTake(studio, await ffmpeg(), HealthInput.parse(input).take, { signal });
    },
  });

  /** Asked twice while one is running, it is measured once. */
  const measure = async (take: string): Promise<Job> => {
    const running = (await jobs.list(take)).find(({ kind, state }) => kind === 'health' && (state === 'queued' || state === 'running'));
    return running ?? jobs.start('health', take, { take });
  };

  return {
    api: {
      get: api.health.get.handler(async ({ input }) => {
        const { state } = await getTake(database, input.take);
        const report = await readHealth(database, input.take);
        if (report?.version === currentVersion) return report;
        if (report && state === 'ready') await measure(input.take);
        return null;
      }),
      measure: api.health.measure.handler(async ({ input }) => {
        await getTake(database, input.take);
        return measure(input.take);
      }),
    },
  };
}
