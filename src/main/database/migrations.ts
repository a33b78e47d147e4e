import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { library } from './0006-library.ts';
import { longerBeginnings } from './0012-longer-beginnings.ts';

/** Append only: a migration that was released is never changed, its successor mends it. */
export const migrations: Record<string, Migration> = {
  '0001-the-loop': {
    async up(database) {
      const statements = [
        'CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT',
        `CREATE TABLE jobs (id TEXT PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, input TEXT NOT NULL, state TEXT NOT NULL,
          progress REAL NOT NULL, fault TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT`,
        'CREATE INDEX jobs_by_subject ON jobs (subject, created_at)',
        'CREATE INDEX jobs_by_state ON jobs (state)',
        `CREATE TABLE takes (id TEXT PRIMARY KEY, title TEXT NOT NULL, origin TEXT NOT NULL, state TEXT NOT NULL, created_at TEXT NOT NULL,
          duration REAL NOT NULL, tracks TEXT NOT NULL, marks TEXT NOT NULL, discarded_at TEXT) STRICT`,
        `CREATE TABLE edits (id TEXT PRIMARY KEY, take_id TEXT NOT NULL REFERENCES takes (id), title TEXT NOT NULL, version INTEGER NOT NULL,
          list TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT`,
        'CREATE INDEX edits_by_take ON edits (take_id)',
        'CREATE TABLE renditions (key TEXT PRIMARY KEY, value TEXT NOT NULL, created_at TEXT NOT NULL) STRICT',
        `CREATE TABLE media (hash TEXT PRIMARY KEY, type TEXT NOT NULL, bytes INTEGER NOT NULL, width INTEGER, height INTEGER,
          created_at TEXT NOT NULL) STRICT`,
        `CREATE TABLE modules (id TEXT PRIMARY KEY, version INTEGER NOT NULL, content TEXT NOT NULL, created_at TEXT NOT NULL,
          updated_at TEXT NOT NULL, removed_at TEXT) STRICT`,
        `CREATE TABLE revisions (module_id TEXT NOT NULL REFERENCES modules (id), hash TEXT NOT NULL, content TEXT NOT NULL,
          created_at TEXT NOT NULL, PRIMARY KEY (module_id, hash)) STRICT`,
        `CREATE TABLE receipts (id TEXT PRIMARY KEY, module_id TEXT NOT NULL REFERENCES modules (id), target TEXT NOT NULL,
          revision TEXT NOT NULL, page TEXT NOT NULL, bytes_sent INTEGER NOT NULL, published_at TEXT NOT NULL) STRICT`,
        `CREATE TABLE sent (module_id TEXT NOT NULL REFERENCES modules (id), revision TEXT NOT NULL, bytes INTEGER NOT NULL,
          sent_at TEXT NOT NULL, PRIMARY KEY (module_id, revision)) STRICT`,
        'CREATE TABLE uploads (hub TEXT NOT NULL, hash TEXT NOT NULL, address TEXT NOT NULL, updated_at TEXT NOT NULL, PRIMARY KEY (hub, hash)) STRICT',
        'CREATE TABLE heard (key TEXT PRIMARY KEY, value TEXT NOT NULL, heard_at TEXT NOT NULL) STRICT',
      ];
      for (const statement of statements) await sql.raw(statement).execute(database);
    },
  },
  '0002-answering': {
    async up(database) {
      await sql.raw('CREATE TABLE answering (subject TEXT PRIMARY KEY, ask_id TEXT NOT NULL) STRICT').execute(database);
    },
  },
  '0003-take-health': {
    async up(database) {
      const statements = [
        'CREATE TABLE take_health (take_id TEXT PRIMARY KEY REFERENCES takes (id), report TEXT NOT NULL, measured_at TEXT NOT NULL) STRICT',
        // Which stretch of which take this one records again: {"take", "from", "to"}.
        'ALTER TABLE takes ADD COLUMN redoes TEXT',
      ];
      for (const statement of statements) await sql.raw(statement).execute(database);
    },
  },
  '0004-privacy': {
    async up(database) {
      const statements = [
        `CREATE TABLE sweeps (id TEXT PRIMARY KEY, take_id TEXT NOT NULL REFERENCES takes (id), from_second REAL NOT NULL, to_second REAL NOT NULL,
          searched_with TEXT NOT NULL, reader TEXT NOT NULL, language TEXT NOT NULL, findings TEXT NOT NULL, searched_at TEXT NOT NULL) STRICT`,
        'CREATE INDEX sweeps_by_take ON sweeps (take_id, from_second)',
        `CREATE TABLE origins (video TEXT PRIMARY KEY, edit_id TEXT NOT NULL REFERENCES edits (id), list TEXT NOT NULL,
          finished_at TEXT NOT NULL) STRICT`,
      ];
      for (const statement of statements) await sql.raw(statement).execute(database);
    },
  },
  '0005-captions': {
    async up(database) {
      const statements = [
        `CREATE TABLE captions (take_id TEXT PRIMARY KEY REFERENCES takes (id), version INTEGER NOT NULL, language TEXT NOT NULL,
          origin TEXT NOT NULL, cues TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT`,
        'CREATE TABLE shown_lists (video TEXT PRIMARY KEY, list TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT',
      ];
      for (const statement of statements) await sql.raw(statement).execute(database);
    },
  },
  '0006-library': library,
  '0007-revisions': {
    async up(database) {
      const statements = [
        `CREATE TABLE moments (id TEXT PRIMARY KEY, module_id TEXT NOT NULL, hash TEXT NOT NULL, kind TEXT NOT NULL, name TEXT,
          at TEXT NOT NULL, kept_at TEXT NOT NULL, FOREIGN KEY (module_id, hash) REFERENCES revisions (module_id, hash)) STRICT`,
        'CREATE INDEX moments_by_module ON moments (module_id, at)',
        // Until now a revision was kept for one reason: it was handed in.
        `INSERT INTO moments SELECT lower(hex(randomblob(4))) || '-' || lower(hex(randomblob(2))) || '-4' || substr(lower(hex(randomblob(2))), 2)
          || '-8' || substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6))),
          module_id, hash, 'handed-in', NULL, created_at, created_at FROM revisions`,
      ];
      for (const statement of statements) await sql.raw(statement).execute(database);
    },
  },
  '0008-exchange': {
    async up(database) {
      // Whose module came in a .showhow file, and what its author's studio knew of the videos.
      await sql
        .raw(
          `CREATE TABLE brought (module_id TEXT PRIMARY KEY REFERENCES modules (id), revision TEXT NOT NULL, author TEXT NOT NULL,
            sweeps TEXT NOT NULL, brought_at TEXT NOT NULL) STRICT`,
        )
        .execute(database);
    },
  },
  '0009-templates': {
    async up(database) {
      await sql
        .raw(
          `CREATE TABLE templates (id TEXT PRIMARY KEY, name TEXT NOT NULL, about TEXT NOT NULL, minutes INTEGER NOT NULL,
            content TEXT NOT NULL, created_at TEXT NOT NULL, removed_at TEXT) STRICT`,
        )
        .execute(database);
    },
  },
  '0010-reviews': {
    async up(database) {
      const statements = [
        `CREATE TABLE handouts (id TEXT PRIMARY KEY, module_id TEXT NOT NULL REFERENCES modules (id), revision TEXT NOT NULL,
          round INTEGER NOT NULL, at TEXT NOT NULL, UNIQUE (module_id, revision)) STRICT`,
        `CREATE TABLE file_reviews (module_id TEXT PRIMARY KEY, title TEXT NOT NULL, revision TEXT NOT NULL, content TEXT NOT NULL,
          before TEXT, author TEXT NOT NULL, sweeps TEXT NOT NULL, handed_out TEXT NOT NULL, opened_at TEXT NOT NULL, said_at TEXT,
          handed_back_at TEXT, removed_at TEXT) STRICT`,
        'CREATE TABLE said_by_file (module_id TEXT PRIMARY KEY, comments TEXT NOT NULL, advice TEXT NOT NULL, own TEXT NOT NULL) STRICT',
      ];
      for (const statement of statements) await sql.raw(statement).execute(database);
    },
  },
  '0011-lost-tracks-and-removed-cuts': {
    async up(database) {
      const statements = ["ALTER TABLE takes ADD COLUMN lost TEXT NOT NULL DEFAULT '[]'", 'ALTER TABLE edits ADD COLUMN removed_at TEXT'];
      for (const statement of statements) await sql.raw(statement).execute(database);
    },
  },
  '0012-longer-beginnings': longerBeginnings,
};
