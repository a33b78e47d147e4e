import type { Hub, Person } from '../../hub-env.ts';
import { chainStart, LogEntry, type LoggedDeed, type LogLink, linkHash, type Verified, verifyChain, written } from './chain.ts';

type Database = Pick<Hub, 'database'>;

/**
 * A transaction that may write from its first statement on. One that reads first would be refused (SQLITE_BUSY) where another
 * process of the hub wrote meanwhile, and two would follow the same entry of the log.
 */
export function writing<T>({ database }: Database, work: (database: Hub['database']) => Promise<T>): Promise<T> {
  return database.transaction().execute(async (transaction) => {
    await transaction.updateTable('settings').set({ value: '' }).where('key', '=', 'no setting').execute();
    return work(transaction);
  });
}

interface Deed {
  what: LoggedDeed;
  who: Pick<Person, 'id' | 'name'>;
  moduleId: string | null;
  revision: string | null;
  detail?: Record<string, unknown>;
}

/** Writes down what was done, in the transaction that does it: both happen or neither. */
export async function writeDown({ database }: Database, { what, who, moduleId, revision, detail = {} }: Deed): Promise<void> {
  const last = await database.selectFrom('review_log').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const at = new Date().toISOString();
  const entry = written({ what, who: { id: who.id, name: who.name }, moduleId, revision, at, detail });
  const previous = last?.hash ?? chainStart;
  const link: LogLink = { seq: (last?.seq ?? 0) + 1, previous, hash: linkHash(previous, entry), entry };
  await database
    .insertInto('review_log')
    .values({ ...link, module_id: moduleId })
    .execute();
}

export interface Written extends LogEntry {
  seq: number;
  hash: string;
}

/** The whole log as it is kept, oldest first. */
export const wholeLog = ({ database }: Database): Promise<LogLink[]> =>
  database.selectFrom('review_log').select(['seq', 'previous', 'hash', 'entry']).orderBy('seq').execute();

export const verifyLog = async (hub: Database): Promise<Verified> => verifyChain(await wholeLog(hub));

/** What was written down about a module, oldest first. */
export async function logOf({ database }: Database, moduleId: string): Promise<Written[]> {
  const rows = await database
    .selectFrom('review_log')
    .where('module_id', '=', moduleId)
    .orderBy('seq')
    .select(['seq', 'hash', 'entry'])
    .execute();
  return rows.map(({ seq, hash, entry }) => ({ seq, hash, ...LogEntry.parse(JSON.parse(entry)) }));
}
