import { type AnyFault, Fault, isFault } from '../../shared/contract/faults.ts';
import type { ModuleContent } from '../../shared/model/module.ts';
import { LearningRecord } from '../../shared/xapi/record.ts';
import { statementOf } from '../../shared/xapi/statement.ts';
import type { Hub, Person } from '../hub-env.ts';
import { publishedContent } from '../library/published.ts';
import { checked } from './check.ts';

export interface Stored {
  /** Statements that are kept now, those that had come before included. */
  stored: string[];
  /**
   * What was not taken, by its place among what was sent: INPUT_INVALID is no record, NOT_FOUND speaks of no published module or of
   * what is not in it, CONFLICT bears the id of another person's statement.
   */
  refused: (AnyFault & { at: number })[];
}

/** A page's clock may run ahead; nothing happened later than it was heard of. */
const notAfter = (at: string, now: string): string => (at > now ? now : at);

type ContentOf = (record: LearningRecord) => Promise<ModuleContent | null>;

/** What the records of a page speak of is read once for all of them. */
function remembered(hub: Pick<Hub, 'database'>): ContentOf {
  const known = new Map<string, Promise<ModuleContent | null>>();
  return ({ moduleId, revision }) => {
    const key = `${moduleId} ${revision}`;
    const content = known.get(key) ?? publishedContent(hub, moduleId, revision);
    known.set(key, content);
    return content;
  };
}

async function keep(
  hub: Pick<Hub, 'database' | 'url'>,
  person: Pick<Person, 'id' | 'name'>,
  record: LearningRecord,
  contentOf: ContentOf,
  now: string,
): Promise<void> {
  const content = await contentOf(record);
  if (!content) throw new Fault('NOT_FOUND', { what: 'module' });
  const statement = statementOf({ ...record, at: notAfter(record.at, now) }, { hub: hub.url, person, content });
  if (!statement) throw new Fault('NOT_FOUND', { what: 'part of the module' });
  const success = statement.result?.success;
  await hub.database
    .insertInto('statements')
    .values({
      id: record.id,
      person_id: person.id,
      module_id: record.moduleId,
      revision: record.revision,
      block_id: 'blockId' in record.event ? record.event.blockId : null,
      verb: record.event.verb,
      success: typeof success === 'boolean' ? Number(success) : null,
      statement: JSON.stringify({ ...statement, stored: now }),
      stored_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const kept = await hub.database.selectFrom('statements').where('id', '=', record.id).select('person_id').executeTakeFirstOrThrow();
  if (kept.person_id !== person.id) throw new Fault('CONFLICT', { what: 'Another report has this name.' });
}

/** Keeps what a learner's page reports as xAPI statements about her, each id once. */
export async function storeRecords(
  hub: Pick<Hub, 'database' | 'url' | 'log'>,
  person: Pick<Person, 'id' | 'name'>,
  records: readonly unknown[],
): Promise<Stored> {
  const contentOf = remembered(hub);
  const answer: Stored = { stored: [], refused: [] };
  const now = new Date().toISOString();
  for (const [at, sent] of records.entries()) {
    try {
      const record = checked(LearningRecord, sent);
      await keep(hub, person, record, contentOf, now);
      answer.stored.push(record.id);
    } catch (error) {
      if (!isFault(error)) throw error;
      answer.refused.push({ ...({ code: error.code, data: error.data } as AnyFault), at });
    }
  }
  if (answer.refused.length > 0) hub.log.warn({ refused: answer.refused }, 'reports of a page were not taken');
  return answer;
}
