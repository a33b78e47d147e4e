import type { ModuleContent } from '../../shared/model/module.ts';
import type { LearningRecord } from '../../shared/xapi/record.ts';
import { statementOf } from '../../shared/xapi/statement.ts';
import type { Hub, Person } from '../hub-env.ts';
import { publishedContent } from '../library/published.ts';

export interface Stored {
  /** Statements that are kept now, those that had come before included. */
  stored: string[];
  /** Records that speak of no published module, of a block that is not in it, or bear the id of another person's statement. */
  refused: string[];
}

/** A page's clock may run ahead; nothing happened later than it was heard of. */
const notAfter = (at: string, now: string): string => (at > now ? now : at);

/** Keeps what a learner's page reports as xAPI statements about her, each id once. */
export async function storeRecords(
  hub: Pick<Hub, 'database' | 'url'>,
  person: Pick<Person, 'id' | 'name'>,
  records: readonly LearningRecord[],
): Promise<Stored> {
  const known = new Map<string, ModuleContent | null>();
  const contentOf = async ({ moduleId, revision }: LearningRecord): Promise<ModuleContent | null> => {
    const key = `${moduleId} ${revision}`;
    const content = known.has(key) ? known.get(key) : await publishedContent(hub, moduleId, revision);
    known.set(key, content ?? null);
    return content ?? null;
  };

  const answer: Stored = { stored: [], refused: [] };
  const storedAt = new Date().toISOString();
  for (const record of records) {
    const content = await contentOf(record);
    const at = notAfter(record.at, storedAt);
    const statement = content && statementOf({ ...record, at }, { hub: hub.url, person, content });
    if (!statement) {
      answer.refused.push(record.id);
      continue;
    }
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
        statement: JSON.stringify({ ...statement, stored: storedAt }),
        stored_at: storedAt,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    const kept = await hub.database.selectFrom('statements').where('id', '=', record.id).select('person_id').executeTakeFirstOrThrow();
    (kept.person_id === person.id ? answer.stored : answer.refused).push(record.id);
  }
  return answer;
}
