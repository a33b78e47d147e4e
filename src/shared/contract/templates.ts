import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { Template, TemplateFile, TemplateWords } from '../model/templates/template.ts';
import { procedure } from './base.ts';

const byId = z.object({ id: Id });

/** What a module can be begun from. Only those of the company can be handed on and taken away. */
export const templates = {
  /** Those that come with Showhow first. */
  list: procedure.output(z.array(Template)),
  /** Makes a template of a module as it was last saved. With `guidance` its words become what is asked of whoever fills it in. */
  save: procedure.input(TemplateWords.extend({ module: Id, guidance: z.boolean() })).output(Template),
  /** A template with its pictures, to be handed on. */
  file: procedure.input(byId).output(TemplateFile),
  /** Keeps the template of a file; the same one twice is kept once. Refuses with TEMPLATE_UNREADABLE what shows another picture than it says. */
  open: procedure.input(TemplateFile).output(Template),
  remove: procedure.input(byId).output(Template),
  restore: procedure.input(byId).output(Template),
};
