import type { Edit } from '../../shared/contract/edits.ts';
import type { ModuleContent, ModuleDraft } from '../../shared/model/module.ts';
import type { TemplateContent } from '../../shared/model/templates/template.ts';
import { noText, type VideoText } from '../../shared/model/video-text.ts';
import { api } from '../api/implement.ts';
import type { ModuleDesk } from './desk.ts';
import { firstContent } from './first-content.ts';

/** What a module is begun from: an edit, a template, or what is drafted; and who is told that a module was made of takes. */
interface Beginnings {
  editOf(id: string): Promise<Edit>;
  begunFrom(takes: readonly string[], moduleId: string): Promise<void>;
  /** Captions and chapters of a finished video. */
  textOf(video: string): Promise<VideoText>;
  /** What a module of a template begins with. */
  template(id: string): Promise<TemplateContent>;
  /** A lesson around a finished edit, unless it is given up meanwhile. */
  drafted(edit: Edit, signal?: AbortSignal): Promise<ModuleContent>;
}

export const modulesApi = (desk: ModuleDesk, { editOf, begunFrom, textOf, template, drafted }: Beginnings) => {
  async function begin(content: ModuleContent, edit: Edit | null): Promise<ModuleDraft> {
    const draft = await desk.bring(content);
    if (edit) await begunFrom([...new Set(edit.list.clips.map(({ source }) => source))], draft.id);
    return draft;
  }
  return {
    get: api.modules.get.handler(({ input }) => desk.draft(input.id)),
    create: api.modules.create.handler(async ({ input }) => {
      const edit = input.edit ? await editOf(input.edit) : null;
      const text = edit?.rendition ? await textOf(edit.rendition.video) : noText;
      return begin(firstContent(edit, text, input.template ? await template(input.template) : null), edit);
    }),
    draft: api.modules.draft.handler(async ({ input, signal }) => {
      const edit = await editOf(input.edit);
      return begin(await drafted(edit, signal), edit);
    }),
    save: api.modules.save.handler(({ input }) => desk.save(input.id, input.version, input.content)),
    watch: api.modules.watch.handler(({ input, signal }) => desk.watch(input.id, signal)),
    remove: api.modules.remove.handler(({ input }) => desk.remove(input.id)),
    restore: api.modules.restore.handler(({ input }) => desk.restore(input.id)),
    fix: api.modules.fix.handler(({ input }) => desk.fix(input.id)),
    revisions: api.modules.revisions.handler(({ input }) => desk.revisions(input.id)),
  };
};
