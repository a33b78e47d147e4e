import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { v4 } from 'uuid';
import { Fault } from '../../shared/contract/faults.ts';
import type { ToldMoment } from '../../shared/contract/history.ts';
import { differenceBetween } from '../../shared/model/difference/difference.ts';
import { summaryOf } from '../../shared/model/difference/words.ts';
import { withoutHints } from '../../shared/model/guidance.ts';
import { Moment, type MomentKind } from '../../shared/model/history/moment.ts';
import { keepEvery, tooMany } from '../../shared/model/history/thin.ts';
import { canonicalJson, ModuleContent, type ModuleDraft, type Revision } from '../../shared/model/module.ts';
import type { Tables } from '../database/tables.ts';
import { together } from '../database/together.ts';
import type { Studio } from '../studio.ts';

/** What a module was at moments worth keeping. The states themselves are revisions, each kept once under its hash. */
export interface History {
  /** Newest first. */
  moments(moduleId: string): Promise<Moment[]>;
  /** The same with what happened in between, and what happened since. */
  told(draft: ModuleDraft): Promise<{ moments: ToldMoment[]; now: string }>;
  keep(draft: Pick<ModuleDraft, 'id' | 'content'>, kind: MomentKind, name?: string | null, at?: string): Promise<Moment>;
  /** Keeps what stood before a save, where it is time for it. */
  passing(before: ModuleDraft): Promise<void>;
  rename(moduleId: string, momentId: string, name: string | null): Promise<Moment>;
  revision(moduleId: string, hash: string): Promise<Revision>;
  /** The contents of those of these revisions that are here, by their hashes. */
  contents(moduleId: string, hashes: readonly string[]): Promise<Map<string, ModuleContent>>;
}

const toMoment = ({ id, hash, kind, name, at }: Selectable<Tables['moments']>): Moment => Moment.parse({ id, hash, kind, name, at });
const now = () => new Date().toISOString();
/** Sentences about two states never change; so many are remembered. */
const mostTold = 2000;

export const hashOf = (content: ModuleContent): string => createHash('sha256').update(canonicalJson(content)).digest('hex');
/** The name of what leaves the desk of a content: guidance never does. */
export const revisionOf = (content: ModuleContent): string => hashOf(withoutHints(content));

export function createHistory({ database }: Pick<Studio, 'database'>): History {
  const told = new Map<string, string>();
  const rows = (moduleId: string) => database.selectFrom('moments').selectAll().where('module_id', '=', moduleId);
  const moments = async (moduleId: string) => (await rows(moduleId).orderBy('at', 'desc').orderBy('id').execute()).map(toMoment);

  async function contentOf(moduleId: string, hash: string): Promise<ModuleContent> {
    const row = database.selectFrom('revisions').select('content').where('module_id', '=', moduleId).where('hash', '=', hash);
    const found = await row.executeTakeFirst();
    if (!found) throw new Fault('NOT_FOUND', { what: 'version' });
    return ModuleContent.parse(JSON.parse(found.content));
  }

  async function summary(moduleId: string, from: string, to: string, known: Map<string, ModuleContent>): Promise<string> {
    const name = `${moduleId} ${from} ${to}`;
    const before = told.get(name);
    if (before !== undefined) return before;
    const read = async (hash: string) => {
      const content = known.get(hash) ?? (await contentOf(moduleId, hash));
      known.set(hash, content);
      return content;
    };
    const sentence = summaryOf(differenceBetween(await read(from), await read(to)));
    if (told.size >= mostTold) told.clear();
    told.set(name, sentence);
    return sentence;
  }

  /** Takes away what the rule lets go, and the states that nothing speaks of any more. */
  async function thin(moduleId: string): Promise<void> {
    const going = tooMany(await moments(moduleId), Date.now());
    if (going.length === 0) return;
    await together(database, async (change) => {
      const ids = going.map(({ id }) => id);
      await change.deleteFrom('moments').where('module_id', '=', moduleId).where('id', 'in', ids).execute();
      await change
        .deleteFrom('revisions')
        .where('module_id', '=', moduleId)
        .where('hash', 'in', [...new Set(going.map(({ hash }) => hash))])
        .where('hash', 'not in', change.selectFrom('moments').select('moments.hash').where('moments.module_id', '=', moduleId))
        .where('hash', 'not in', change.selectFrom('receipts').select('receipts.revision').where('receipts.module_id', '=', moduleId))
        .where('hash', 'not in', change.selectFrom('sent').select('sent.revision').where('sent.module_id', '=', moduleId))
        .execute();
    });
  }

  const history: History = {
    moments,
    async keep({ id, content }, kind, name = null, at = now()) {
      const text = canonicalJson(content);
      const hash = hashOf(content);
      const moment = { id: v4(), module_id: id, hash, kind, name, at, kept_at: now() };
      await together(database, async (change) => {
        await change
          .insertInto('revisions')
          .values({ module_id: id, hash, content: text, created_at: at })
          .onConflict((conflict) => conflict.columns(['module_id', 'hash']).doNothing())
          .execute();
        await change.insertInto('moments').values(moment).execute();
      });
      await thin(id);
      return toMoment(moment);
    },
    async passing(before) {
      const last = await rows(before.id).orderBy('kept_at', 'desc').executeTakeFirst();
      const since = Math.max(Date.parse(before.createdAt), last ? Date.parse(last.kept_at) : 0);
      // The very first state is an empty page; it is not worth keeping.
      if (before.version === 0 || Date.now() - since < keepEvery) return;
      if (last?.hash !== hashOf(before.content)) await history.keep(before, 'pause', null, before.updatedAt);
    },
    async told({ id, content }) {
      const all = await moments(id);
      const known = new Map<string, ModuleContent>();
      const sentences: ToldMoment[] = [];
      for (const [index, moment] of all.entries()) {
        const before = all[index + 1];
        sentences.push({
          ...moment,
          summary: before ? await summary(id, before.hash, moment.hash, known) : 'The first version that was kept.',
        });
      }
      const newest = all[0];
      const present = newest ? summaryOf(differenceBetween(await contentOf(id, newest.hash), content)) : '';
      return { moments: sentences, now: present };
    },
    async rename(moduleId, momentId, name) {
      const renamed = await database
        .updateTable('moments')
        .set({ name: name?.trim() || null })
        .where('module_id', '=', moduleId)
        .where('id', '=', momentId)
        .returningAll()
        .executeTakeFirst();
      if (!renamed) throw new Fault('NOT_FOUND', { what: 'version' });
      return toMoment(renamed);
    },
    async revision(moduleId, hash) {
      const row = await database
        .selectFrom('revisions')
        .selectAll()
        .where('module_id', '=', moduleId)
        .where('hash', '=', hash)
        .executeTakeFirst();
      if (!row) throw new Fault('NOT_FOUND', { what: 'version' });
      return { hash, moduleId, createdAt: row.created_at, content: ModuleContent.parse(JSON.parse(row.content)) };
    },
    async contents(moduleId, hashes) {
      if (hashes.length === 0) return new Map();
      const named = database
        .selectFrom('revisions')
        .where('module_id', '=', moduleId)
        .where('hash', 'in', [...new Set(hashes)]);
      const found = await named.select(['hash', 'content']).execute();
      return new Map(found.map(({ hash, content }) => [hash, ModuleContent.parse(JSON.parse(content))]));
    },
  };
  return history;
}
