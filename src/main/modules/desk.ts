import type { Selectable } from 'kysely';
import { v4 } from 'uuid';
import { Fault } from '../../shared/contract/faults.ts';
import { withoutHints } from '../../shared/model/guidance.ts';
import { ModuleContent, type ModuleDraft, type Revision } from '../../shared/model/module.ts';
import type { Tables } from '../database/tables.ts';
import { together } from '../database/together.ts';
import type { Studio } from '../studio.ts';
import { createHistory, type History, hashOf, revisionOf } from './history.ts';
import { createSaves, type Saves } from './saves.ts';
import { wellFormed } from './well-formed.ts';

/** The modules on the author's desk and their revisions. */
export interface ModuleDesk {
  draft(id: string): Promise<ModuleDraft>;
  /** The module of this id, if it is or ever was on this desk. */
  find(id: string): Promise<ModuleDraft | 'removed' | null>;
  /** A new module with this content. With an id it stays the module it was elsewhere; refuses with CONFLICT where that one is here. */
  bring(content: ModuleContent, id?: string): Promise<ModuleDraft>;
  /** Puts a module out of sight, or back. */
  archive(id: string, archived: boolean): Promise<void>;
  save(id: string, version: number, content: ModuleContent): Promise<ModuleDraft>;
  /** The version now and at each save. */
  watch(id: string, signal?: AbortSignal): AsyncGenerator<{ version: number }, void>;
  remove(id: string): Promise<ModuleDraft>;
  restore(id: string): Promise<ModuleDraft>;
  /** Fixes the present state as a revision, and says in its history why. */
  fix(id: string, kind?: 'handed-in' | 'handed-out' | 'replaced' | 'brought'): Promise<Revision>;
  /** The present state as a revision of which nothing is kept: for looking, and for files to keep. */
  present(id: string): Promise<Revision>;
  /** Newest first. */
  revisions(id: string): Promise<Revision[]>;
  /** Several steps on the desk, and others in the database beside them, all or none. Windows hear of them once they are written. */
  together<T>(work: (desk: ModuleDesk, database: Studio['database']) => Promise<T>): Promise<T>;
}

const missing = () => new Fault('NOT_FOUND', { what: 'module' });
const now = () => new Date().toISOString();
const readContent = (text: string): ModuleContent => ModuleContent.parse(JSON.parse(text));

const toDraft = ({ id, version, content, created_at, updated_at }: Selectable<Tables['modules']>): ModuleDraft => ({
  id,
  version,
  createdAt: created_at,
  updatedAt: updated_at,
  content: readContent(content),
});

const toRevision = ({ module_id, hash, content, created_at }: Selectable<Tables['revisions']>): Revision => ({
  hash,
  moduleId: module_id,
  createdAt: created_at,
  content: readContent(content),
});

export function createModuleDesk(
  studio: Pick<Studio, 'database'>,
  history: History = createHistory(studio),
  saves: Saves = createSaves(),
): ModuleDesk {
  const { database } = studio;
  const row = (id: string) => database.selectFrom('modules').selectAll().where('id', '=', id);

  async function draft(id: string): Promise<ModuleDraft> {
    const found = await row(id).where('removed_at', 'is', null).executeTakeFirst();
    if (!found) throw missing();
    return toDraft(found);
  }

  async function setRemoved(id: string, removed: string | null): Promise<ModuleDraft> {
    const changed = await database
      .updateTable('modules')
      .set({ removed_at: removed })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (!changed) throw missing();
    return toDraft(changed);
  }

  async function begin(id: string, content: ModuleContent): Promise<ModuleDraft> {
    const at = now();
    const values = { id, version: 0, content: JSON.stringify(content), created_at: at, updated_at: at, removed_at: null };
    const begun = await database
      .insertInto('modules')
      .values(values)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (!begun) throw new Fault('CONFLICT', { what: 'This module is here already.' });
    return toDraft(begun);
  }

  return {
    draft,
    async find(id) {
      const found = await row(id).executeTakeFirst();
      if (!found) return null;
      return found.removed_at === null ? toDraft(found) : 'removed';
    },
    bring: (content, id) => begin(id ?? v4(), wellFormed(content)),
    async archive(id, archived) {
      await draft(id);
      const archived_at = archived ? now() : null;
      await database.updateTable('modules').set({ archived_at }).where('id', '=', id).execute();
    },
    async save(id, version, content) {
      const before = await draft(id);
      const saved = await database
        .updateTable('modules')
        .set({ version: version + 1, content: JSON.stringify(wellFormed(content)), updated_at: now() })
        .where('id', '=', id)
        .where('version', '=', version)
        .where('removed_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      if (saved) {
        await history.passing(before);
        saves.saved(id, saved.version);
        return toDraft(saved);
      }
      throw new Fault('MODULE_STALE', { version: (await draft(id)).version });
    },
    watch: (id, signal) => saves.watch(id, async () => (await draft(id)).version, signal),
    remove: (id) => setRemoved(id, now()),
    restore: (id) => setRemoved(id, null),
    async fix(id, kind = 'handed-in') {
      const present = await draft(id);
      // What is put aside keeps its guidance; what leaves the desk never has any.
      const content = kind === 'replaced' ? present.content : withoutHints(present.content);
      const hash = hashOf(content);
      const fixed = (await history.moments(id)).some((moment) => moment.kind === kind && moment.hash === hash);
      if (!fixed) await history.keep({ id, content }, kind);
      return history.revision(id, hash);
    },
    async present(id) {
      const { updatedAt, content } = await draft(id);
      return { hash: revisionOf(content), moduleId: id, createdAt: updatedAt, content: withoutHints(content) };
    },
    revisions: async (id) =>
      (await database.selectFrom('revisions').selectAll().where('module_id', '=', id).orderBy('created_at', 'desc').execute()).map(
        toRevision,
      ),
    async together(work) {
      const made: Parameters<Saves['saved']>[] = [];
      const done = await together(database, (change) => {
        const within = { database: change };
        const heard = { ...saves, saved: (...save: Parameters<Saves['saved']>) => void made.push(save) };
        return work(createModuleDesk(within, createHistory(within), heard), change);
      });
      for (const save of made) saves.saved(...save);
      return done;
    },
  };
}
