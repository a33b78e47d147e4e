import type { Take } from '../../shared/model/take.ts';
import type { Studio } from '../studio.ts';
import { salvageTake } from './salvage.ts';
import { getTake, listTakes } from './take-rows.ts';

/** Salvages every interrupted take and waits until each is ready or known to be broken. */
export async function salvageAll(studio: Studio): Promise<Take[]> {
  const interrupted = (await listTakes(studio.database)).filter(({ state }) => state === 'interrupted');
  const salvaged: Take[] = [];
  for (const { id } of interrupted) {
    const { job } = await salvageTake(studio, id);
    await studio.jobs.finished(job.id);
    salvaged.push(await getTake(studio.database, id));
  }
  return salvaged;
}
