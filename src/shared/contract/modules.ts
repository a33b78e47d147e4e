import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { ModuleContent, ModuleDraft, Revision } from '../model/module.ts';
import { MediaEntry } from '../model/package.ts';
import { TemplateId } from '../model/templates/template.ts';
import { procedure } from './base.ts';

const byId = z.object({ id: Id });

/** Pictures come in as `POST /media` (answers a MediaEntry with width and height) and are shown from `GET /media/<hash>`. */
export const UploadedPicture = MediaEntry.extend({ width: z.int().positive(), height: z.int().positive() });
export type UploadedPicture = z.infer<typeof UploadedPicture>;

export const modules = {
  get: procedure.input(byId).output(ModuleDraft),
  /**
   * A new module, with what a template asks for or empty. Where a finished edit is named its title is taken over, and its video
   * stands where the template keeps a place for it, else before everything.
   */
  create: procedure.input(z.object({ edit: Id.optional(), template: TemplateId.optional() })).output(ModuleDraft),
  /** A lesson drafted around a finished edit: from its marks, chapters and captions, with a picture of each step. Refuses with EDIT_UNFINISHED, and with CANCELLED where the call was given up meanwhile. */
  draft: procedure.input(z.object({ edit: Id })).output(ModuleDraft),
  /** Autosave. Refuses with MODULE_STALE where `version` is not the last one. */
  save: procedure.input(byId.extend({ version: z.int(), content: ModuleContent })).output(ModuleDraft),
  /** The version now and at each save, wherever it was made, for windows that have the module open. */
  watch: procedure.input(byId).output(eventIterator(z.object({ version: z.int() }))),
  remove: procedure.input(byId).output(ModuleDraft),
  restore: procedure.input(byId).output(ModuleDraft),
  /** Fixes the present state as a revision; the same content is always the same revision. */
  fix: procedure.input(byId).output(Revision),
  revisions: procedure.input(byId).output(z.array(Revision)),
};
