import { isFault } from '../../shared/contract/faults.ts';
import type { ModuleDraft } from '../../shared/model/module.ts';
import { api } from '../api/implement.ts';
import type { ModuleDesk } from './desk.ts';
import type { History } from './history.ts';

/** A window that writes at the same moment is put up with so many times. */
const patience = 5;

export function historyApi(desk: ModuleDesk, history: History) {
  /** The present state is kept before it goes; who wrote in between loses nothing either. */
  async function restore(id: string, hash: string) {
    const { content } = await history.revision(id, hash);
    for (let tries = 1; ; tries += 1) {
      const present: ModuleDraft = await desk.draft(id);
      const before = await history.keep(present, 'restored');
      try {
        return { draft: await desk.save(id, present.version, content), before };
      } catch (error) {
        if (!isFault(error) || error.code !== 'MODULE_STALE' || tries >= patience) throw error;
      }
    }
  }

  return {
    list: api.history.list.handler(async ({ input }) => history.told(await desk.draft(input.id))),
    keep: api.history.keep.handler(async ({ input }) =>
      history.keep(await desk.draft(input.id), input.name ? 'named' : (input.because ?? 'replaced'), input.name),
    ),
    rename: api.history.rename.handler(({ input }) => history.rename(input.id, input.moment, input.name)),
    revision: api.history.revision.handler(({ input }) => history.revision(input.id, input.hash)),
    restore: api.history.restore.handler(({ input }) => restore(input.id, input.hash)),
  };
}
