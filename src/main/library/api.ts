import { api } from '../api/implement.ts';
import type { ModuleDesk } from '../modules/desk.ts';
import type { Studio } from '../studio.ts';
import { createCatalogue } from './catalogue.ts';
import { facetsOf } from './facets.ts';
import { findModules } from './find.ts';
import { originalsOf, takeBlock } from './originals.ts';
import { addCollection, putOn, removeCollection, renameCollection } from './shelves.ts';
import { named, usesOf } from './uses.ts';

export type Library = ReturnType<typeof createLibrary>;

export function createLibrary(studio: Studio, desk: ModuleDesk) {
  const { database, log } = studio;
  const catalogue = createCatalogue(studio);
  return {
    /** Begins to read what the catalogue does not know yet, such as the modules of an older program. */
    open: () =>
      void catalogue.upToDate().catch((error: unknown) => log.error({ err: error }, 'the catalogue could not be brought up to date')),
    /** Ends when nothing is being read any more. */
    close: () => catalogue.close(),
    api: {
      find: api.library.find.handler(async ({ input }) => {
        await catalogue.upToDate();
        return findModules(database, input);
      }),
      facets: api.library.facets.handler(async () => {
        await catalogue.upToDate();
        return facetsOf(database);
      }),
      named: api.library.named.handler(async ({ input }) => {
        await catalogue.upToDate();
        return named(database, input.name);
      }),
      duplicate: api.library.duplicate.handler(async ({ input }) => {
        const { content } = await desk.draft(input.id);
        const title = `Copy of ${content.title || 'a module without a title'}`.slice(0, 120).toWellFormed().trim();
        // Its blocks keep their ids, by which parts of a module speak of each other; only within one module are they the same.
        return desk.bring({ ...content, title });
      }),
      archive: api.library.archive.handler(async ({ input }) => {
        await desk.archive(input.id, input.archived);
        return null;
      }),
      addCollection: api.library.addCollection.handler(({ input }) => addCollection(database, input.name)),
      renameCollection: api.library.renameCollection.handler(({ input }) => renameCollection(database, input.id, input.name)),
      removeCollection: api.library.removeCollection.handler(({ input }) => removeCollection(database, input.id)),
      sort: api.library.sort.handler(async ({ input }) => {
        const { version, content } = await desk.draft(input.id);
        await putOn(database, input.id, input.collections, input.tags);
        if (JSON.stringify(content.skills ?? []) !== JSON.stringify(input.skills)) {
          const { skills: _, ...rest } = content;
          await desk.save(input.id, version, input.skills.length > 0 ? { ...rest, skills: [...input.skills] } : rest);
        }
        return null;
      }),
      uses: api.library.uses.handler(async ({ input }) => {
        await catalogue.upToDate();
        return usesOf(database, input.media);
      }),
      take: api.library.take.handler(({ input }) => takeBlock(desk, input)),
      originals: api.library.originals.handler(({ input }) => originalsOf(desk, input.places)),
    },
  };
}
