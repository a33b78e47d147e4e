import { api } from '../api/implement.ts';
import type { Studio } from '../studio.ts';

export const jobsApi = ({ jobs }: Studio) => ({
  list: api.jobs.list.handler(({ input }) => jobs.list(input.subject)),
  watch: api.jobs.watch.handler(({ input, signal }) => jobs.watch(input.id, signal)),
  cancel: api.jobs.cancel.handler(({ input }) => jobs.cancel(input.id)),
});
