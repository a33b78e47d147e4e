import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { v4 } from 'uuid';
import { Fault } from '../../shared/contract/faults.ts';
import { mediaIn } from '../../shared/model/document.ts';
import type { ModuleDraft } from '../../shared/model/module.ts';
import { templateFrom } from '../../shared/model/templates/from-module.ts';
import { ownTemplates } from '../../shared/model/templates/own.ts';
import { placesWith } from '../../shared/model/templates/places.ts';
import { stagesOf, type Template, type TemplateContent, type TemplateFile, withNewIds } from '../../shared/model/templates/template.ts';
import { api } from '../api/implement.ts';
import type { Shelf } from '../modules/shelf.ts';
import { wellFormed } from '../modules/well-formed.ts';
import type { Studio } from '../studio.ts';
import { companyTemplate, companyTemplates, keepTemplate, setRemoved } from './template-rows.ts';

interface Desk {
  draft(moduleId: string): Promise<ModuleDraft>;
  addPicture: Shelf['addPicture'];
}

const picturesOf = ({ body }: TemplateContent): string[] => [...new Set(mediaIn(body))];

/** The templates that come with Showhow, as they are offered. */
function own(): Template[] {
  const places = placesWith(v4);
  return ownTemplates.map(({ blocks, ...words }) => ({ ...words, from: 'showhow', stages: stagesOf(blocks(places)) }));
}

/** The templates contract, and what a module begins with. */
export function createTemplates({ database, media }: Studio, desk: Desk) {
  /** Puts the pictures of a file into the store. Each has to be what it is called, so that none can take the place of another. */
  async function bringPictures({ name, pictures, content }: TemplateFile): Promise<void> {
    const shown = new Set(picturesOf(content));
    for (const { hash, bytes } of pictures) {
      const picture = Buffer.from(bytes, 'base64');
      if (createHash('sha256').update(picture).digest('hex') !== hash) throw new Fault('TEMPLATE_UNREADABLE', { name });
      if (shown.has(hash)) await desk.addPicture(new Blob([picture]).stream(), `A picture of ${name}`);
    }
  }

  return {
    /** What a module begun from a template holds, under ids of its own; throws NOT_FOUND. */
    async begin(id: string): Promise<TemplateContent> {
      const shipped = ownTemplates.find((template) => template.id === id);
      if (shipped) return { title: '', objective: '', language: 'en', body: { type: 'doc', content: shipped.blocks(placesWith(v4)) } };
      const { content } = await companyTemplate(database, id);
      return { ...content, body: { ...content.body, content: withNewIds(content.body.content, v4) } };
    },
    api: {
      list: api.templates.list.handler(async () => [...own(), ...(await companyTemplates(database)).map(({ template }) => template)]),
      save: api.templates.save.handler(async ({ input: { module, guidance, ...words } }) => {
        const { content } = await desk.draft(module);
        return (await keepTemplate(database, words, templateFrom(content, guidance, v4))).template;
      }),
      file: api.templates.file.handler(async ({ input }): Promise<TemplateFile> => {
        const { template, content } = await companyTemplate(database, input.id);
        const { name, about, minutes } = template;
        const pictures = picturesOf(content).map(async (hash) => ({ hash, bytes: await readFile(media.path(hash), 'base64') }));
        return { format: 'showhow-template/1', name, about, minutes, content, pictures: await Promise.all(pictures) };
      }),
      open: api.templates.open.handler(async ({ input }) => {
        const { format: _, pictures: __, content, ...words } = wellFormed(input);
        await bringPictures(input);
        // What a block of another company was once taken from is nobody's business here.
        return (await keepTemplate(database, words, templateFrom(content, false, v4))).template;
      }),
      remove: api.templates.remove.handler(async ({ input }) => (await setRemoved(database, input.id, true)).template),
      restore: api.templates.restore.handler(async ({ input }) => (await setRemoved(database, input.id, false)).template),
    },
  };
}
