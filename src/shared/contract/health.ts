import { z } from 'zod';
import { HealthReport } from '../model/health/report.ts';
import { Id } from '../model/ids.ts';
import { procedure } from './base.ts';
import { Job } from './jobs.ts';

const ofTake = z.object({ take: Id });

/** How takes turned out. Each take is measured by itself as soon as it is ready. */
export const health = {
  /** Null where a take was not measured yet. One that an older program measured is measured anew. */
  get: procedure.input(ofTake).output(HealthReport.nullable()),
  measure: procedure.input(ofTake).output(Job),
};
