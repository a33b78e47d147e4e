import type { Edit } from '../../shared/contract/edits.ts';
import { api } from '../api/implement.ts';
import type { ModuleDesk } from './desk.ts';

export const modulesApi = (desk: ModuleDesk, editOf: (id: string) => Promise<Edit>) => ({
  list: api.modules.list.handler(() => desk.list()),
  get: api.modules.get.handler(({ input }) => desk.draft(input.id)),
  create: api.modules.create.handler(async ({ input }) => desk.create(input.edit ? await editOf(input.edit) : null)),
  save: api.modules.save.handler(({ input }) => desk.save(input.id, input.version, input.content)),
  remove: api.modules.remove.handler(({ input }) => desk.remove(input.id)),
  restore: api.modules.restore.handler(({ input }) => desk.restore(input.id)),
  fix: api.modules.fix.handler(({ input }) => desk.fix(input.id)),
  revisions: api.modules.revisions.handler(({ input }) => desk.revisions(input.id)),
});
