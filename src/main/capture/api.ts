import { api } from '../api/implement.ts';
import type { Studio } from '../studio.ts';
import { restoreTake } from './bin.ts';
import type { Recorder } from './recorder.ts';
import { salvageTake } from './salvage.ts';
import { getTake, listTakes, updateTake } from './take-rows.ts';

/** Everything of the takes contract but what is drawn of takes and discarding one, which the rooms that draw and cut answer. */
export const takesApi = (studio: Studio, recorder: Recorder) => ({
  list: api.takes.list.handler(() => listTakes(studio.database)),
  get: api.takes.get.handler(({ input }) => getTake(studio.database, input.id)),
  begin: api.takes.begin.handler(({ input }) => recorder.begin(input.tracks, input.redoes)),
  mark: api.takes.mark.handler(({ input }) => recorder.mark(input.id, input.at)),
  pause: api.takes.pause.handler(({ input }) => recorder.pause(input.id, input.at)),
  resume: api.takes.resume.handler(({ input }) => recorder.resume(input.id, input.at)),
  tell: api.takes.tell.handler(({ input }) => recorder.tell(input.id, input.at, input.event)),
  pulse: api.takes.pulse.handler(async ({ input }) => ({ freeBytes: await recorder.pulse(input.id) })),
  stop: api.takes.stop.handler(({ input }) => recorder.stop(input.id)),
  salvage: api.takes.salvage.handler(({ input }) => salvageTake(studio, input.id)),
  rename: api.takes.rename.handler(({ input }) => updateTake(studio.database, input.id, { title: input.title })),
  restore: api.takes.restore.handler(({ input }) => restoreTake(studio, input.id)),
});
