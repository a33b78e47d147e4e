import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Fault } from '../shared/contract/faults.ts';

/** SQLite takes back DDL with the rest of a transaction, so a migration and its row land together or not at all. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

const signature = 'SQLite format 3\0';

function readHead(path: string): Buffer {
  const head = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    return head.subarray(0, readSync(file, head, 0, 16, 0));
  } finally {
    closeSync(file);
  }
}

function assertSqlite(path: string): void {
  if (!existsSync(path)) return;
  const head = readHead(path).toString('latin1');
  if (head !== '' && head !== signature) throw new Fault('DATABASE_CORRUPT', { path });
}

const corrupt = (error: unknown): boolean =>
  error instanceof Database.SqliteError && (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB');

function open(path: string): Database.Database {
  assertSqlite(path);
  try {
    const sqlite = new Database(path);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = NORMAL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('busy_timeout = 5000');
    // Read in place and not by copying: a search that reads many pages takes a sixth less time.
    sqlite.pragma(`mmap_size = ${2 ** 30}`);
    if (sqlite.pragma('quick_check', { simple: true }) !== 'ok') throw new Fault('DATABASE_CORRUPT', { path });
    return sqlite;
  } catch (error) {
    if (corrupt(error)) throw new Fault('DATABASE_CORRUPT', { path }, { cause: error });
    throw error;
  }
}

/** Statements of one connection that stay prepared. Whoever writes values into the text of one would push out the others. */
const mostPrepared = 200;

/** The same few hundred statements are asked again and again, and to prepare one takes as long as a small one runs. */
function keepPrepared(sqlite: Database.Database): SqliteDatabase {
  const prepared = new Map<string, Database.Statement>();
  return {
    prepare(text) {
      const statement = prepared.get(text) ?? sqlite.prepare(text);
      prepared.delete(text);
      prepared.set(text, statement);
      const [oldest] = prepared.keys();
      if (oldest !== undefined && prepared.size > mostPrepared) prepared.delete(oldest);
      return statement;
    },
    close: () => sqlite.close(),
  };
}

export interface OpenDatabase<Tables> {
  kysely: Kysely<Tables>;
  /** The connection underneath, for libraries that bring their own queries. */
  sqlite: Database.Database;
}

/**
 * Opens a database and brings it up to date. Migrations are append-only and ordered by name: a file that knows a
 * migration this program does not was written by a newer one and is refused untouched (DATABASE_NEWER).
 */
export async function openDatabase<Tables>(path: string, migrations: Record<string, Migration>): Promise<OpenDatabase<Tables>> {
  const sqlite = open(path);
  const kysely = new Kysely<Tables>({ dialect: new TransactionalSqliteDialect({ database: keepPrepared(sqlite) }) });
  try {
    refuseNewer(sqlite, path, migrations);
    const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    return { kysely, sqlite };
  } catch (error) {
    await kysely.destroy();
    if (corrupt(error)) throw new Fault('DATABASE_CORRUPT', { path }, { cause: error });
    throw error;
  }
}

function refuseNewer(sqlite: Database.Database, path: string, migrations: Record<string, Migration>): void {
  const known = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'kysely_migration'").get();
  if (!known) return;
  const names = sqlite.prepare('SELECT name FROM kysely_migration').pluck().all() as string[];
  if (names.some((name) => !(name in migrations))) throw new Fault('DATABASE_NEWER', { path });
}
