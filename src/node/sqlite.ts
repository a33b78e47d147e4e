import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Fault } from '../shared/contract/faults.ts';
import { leaveNote, takeNote } from './closed-note.ts';
import { spareBytes } from './disk-full.ts';

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

const isCorrupt = (error: unknown): boolean =>
  error instanceof Database.SqliteError && (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB');

/** What SQLite says of a damaged file becomes DATABASE_CORRUPT, of a full disk DISK_FULL; any other error stays what it is. */
function asFault(error: unknown, path: string): unknown {
  if (isCorrupt(error)) return new Fault('DATABASE_CORRUPT', { path }, { cause: error });
  const isFull = error instanceof Database.SqliteError && error.code === 'SQLITE_FULL';
  return isFull ? new Fault('DISK_FULL', { freeBytes: 0, neededBytes: spareBytes }, { cause: error }) : error;
}

function prepare(sqlite: Database.Database): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('busy_timeout = 5000');
  // Read in place and not by copying: a search that reads many pages takes a sixth less time.
  sqlite.pragma(`mmap_size = ${2 ** 30}`);
}

/** Looks through the whole file: 1.9 seconds with 10,000 modules. Throws DATABASE_CORRUPT; gives the time of the look. */
function lookThrough(sqlite: Database.Database, path: string): string {
  if (sqlite.pragma('quick_check', { simple: true }) !== 'ok') throw new Fault('DATABASE_CORRUPT', { path });
  return new Date().toISOString();
}

/** The connection as Kysely uses it. Damage and a full disk are told as such; damage, to `met` as well. */
function guarded(sqlite: Database.Database, path: string, met: () => void): SqliteDatabase {
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (isCorrupt(error)) met();
      throw asFault(error, path);
    }
  };
  return {
    close: () => void sqlite.close(),
    prepare(sql) {
      const statement = told(() => sqlite.prepare(sql));
      return {
        reader: statement.reader,
        all: (parameters) => told(() => statement.all(parameters)),
        run: (parameters) => told(() => statement.run(parameters)),
        iterate: (parameters) => told(() => statement.iterate(parameters)),
      };
    },
  };
}

/** Statements of one connection that stay prepared. Whoever writes values into the text of one would push out the others. */
const mostPrepared = 200;

/** The same few hundred statements are asked again and again, and to prepare one takes as long as a small one runs. */
function keepPrepared(database: SqliteDatabase): SqliteDatabase {
  const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return {
    prepare(text) {
      const statement = prepared.get(text) ?? database.prepare(text);
      prepared.delete(text);
      prepared.set(text, statement);
      const [oldest] = prepared.keys();
      if (oldest !== undefined && prepared.size > mostPrepared) prepared.delete(oldest);
      return statement;
    },
    close: () => database.close(),
  };
}

export interface OpenDatabase<Tables> {
  kysely: Kysely<Tables>;
  /** The connection underneath, for libraries that bring their own queries. */
  sqlite: Database.Database;
  /** Closes it in order, so that the next one who opens it need not look through all of it. */
  close(): Promise<void>;
}

/**
 * Opens a database and brings it up to date. A damaged one is refused with DATABASE_CORRUPT before anything is written to it. Migrations
 * are append-only and ordered by name: a file that knows a migration this program does not was written by a newer one and is
 * refused untouched (DATABASE_NEWER).
 */
export async function openDatabase<Tables>(path: string, migrations: Record<string, Migration>): Promise<OpenDatabase<Tables>> {
  assertSqlite(path);
  const known = takeNote(path);
  const sqlite = new Database(path);
  try {
    prepare(sqlite);
    const checkedAt = known ?? lookThrough(sqlite, path);
    let isSound = true;
    const database = guarded(sqlite, path, () => {
      isSound = false;
    });
    const kysely = new Kysely<Tables>({ dialect: new TransactionalSqliteDialect({ database: keepPrepared(database) }) });
    refuseNewer(sqlite, path, migrations);
    const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    return {
      kysely,
      sqlite,
      async close() {
        await kysely.destroy();
        if (isSound) await leaveNote(path, checkedAt);
      },
    };
  } catch (error) {
    sqlite.close();
    throw asFault(error, path);
  }
}

function refuseNewer(sqlite: Database.Database, path: string, migrations: Record<string, Migration>): void {
  const known = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'kysely_migration'").get();
  if (!known) return;
  const names = sqlite.prepare('SELECT name FROM kysely_migration').pluck().all() as string[];
  if (names.some((name) => !(name in migrations))) throw new Fault('DATABASE_NEWER', { path });
}
