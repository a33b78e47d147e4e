import type { Edit } from '../../shared/contract/edits.ts';
import { noText, type VideoText } from '../../shared/model/video-text.ts';
import { api } from '../api/implement.ts';
import type { ModuleDesk } from './desk.ts';

/** What a module is begun from: the edit, and who is told that a module was made of takes. */
interface Beginnings {
  editOf(id: string): Promise<Edit>;
  begunFrom(takes: readonly string[], moduleId: string): Promise<void>;
  /** Captions and chapters of a finished video. */
  textOf(video: string): Promise<VideoText>;
}

export const modulesApi = (desk: ModuleDesk, { editOf, begunFrom, textOf }: Beginnings) => ({
  get: api.modules.get.handler(({ input }) => desk.draft(input.id)),
  create: api.modules.create.handler(async ({ input }) => {
    const edit = input.edit ? await editOf(input.edit) : null;
    const draft = await desk.create(edit, edit?.rendition ? await textOf(edit.rendition.video) : noText);
    if (edit) await begunFrom([...new Set(edit.list.clips.map(({ source }) => source))], draft.id);
    return draft;
  }),
  save: api.modules.save.handler(({ input }) => desk.save(input.id, input.version, input.content)),
  watch: api.modules.watch.handler(({ input, signal }) => desk.watch(input.id, signal)),
  remove: api.modules.remove.handler(({ input }) => desk.remove(input.id)),
  restore: api.modules.restore.handler(({ input }) => desk.restore(input.id)),
  fix: api.modules.fix.handler(({ input }) => desk.fix(input.id)),
  revisions: api.modules.revisions.handler(({ input }) => desk.revisions(input.id)),
});
