import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A module that has to be read into the catalogue anew, marked in the transaction that changed it. */
const mark = (id: string) => `DELETE FROM uncatalogued WHERE module_id = ${id}; INSERT INTO uncatalogued (module_id) VALUES (${id});`;

const statements = [
  'ALTER TABLE modules ADD COLUMN archived_at TEXT',
  'CREATE TABLE collections (id TEXT PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE, created_at TEXT NOT NULL) STRICT',
  `CREATE TABLE collected (collection_id TEXT NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
    module_id TEXT NOT NULL REFERENCES modules (id) ON DELETE CASCADE, PRIMARY KEY (collection_id, module_id)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX collected_by_module ON collected (module_id)',
  `CREATE TABLE tags (module_id TEXT NOT NULL REFERENCES modules (id) ON DELETE CASCADE, tag TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (module_id, tag)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX tags_by_tag ON tags (tag)',
  `CREATE TABLE catalogue (entry INTEGER PRIMARY KEY, module_id TEXT NOT NULL UNIQUE REFERENCES modules (id) ON DELETE CASCADE,
    standing TEXT NOT NULL, sorted_title TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    seconds REAL NOT NULL, card TEXT NOT NULL) STRICT`,
  'CREATE INDEX catalogue_by_change ON catalogue (standing, updated_at)',
  `CREATE TABLE catalogue_skills (entry INTEGER NOT NULL REFERENCES catalogue (entry) ON DELETE CASCADE, skill TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (entry, skill)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX catalogue_by_skill ON catalogue_skills (skill)',
  `CREATE TABLE catalogue_media (entry INTEGER NOT NULL REFERENCES catalogue (entry) ON DELETE CASCADE, media TEXT NOT NULL,
    PRIMARY KEY (entry, media)) STRICT, WITHOUT ROWID`,
  'CREATE INDEX catalogue_by_media ON catalogue_media (media)',
  // What is looked through, line by line: as it is shown, as it is looked for, and where each line stands.
  `CREATE TABLE catalogue_lines (entry INTEGER PRIMARY KEY REFERENCES catalogue (entry) ON DELETE CASCADE,
    shown TEXT NOT NULL, folded TEXT NOT NULL, places TEXT NOT NULL) STRICT`,
  `CREATE VIRTUAL TABLE catalogue_text USING fts5(title, objective, labels, headings, text, spoken,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3 4')`,
  // The few words by which a module is called, once more: what is common everywhere else is ranked by them alone.
  `CREATE VIRTUAL TABLE catalogue_names USING fts5(title, objective, labels, headings,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3 4')`,
  // What is said in a caption file, by its name: a file never changes.
  'CREATE TABLE spoken (media TEXT PRIMARY KEY, lines TEXT NOT NULL) STRICT',
  'CREATE TABLE uncatalogued (mark INTEGER PRIMARY KEY AUTOINCREMENT, module_id TEXT NOT NULL UNIQUE) STRICT',
  `CREATE TRIGGER catalogue_new AFTER INSERT ON modules BEGIN ${mark('NEW.id')} END`,
  `CREATE TRIGGER catalogue_changed AFTER UPDATE OF content, removed_at, archived_at ON modules BEGIN ${mark('NEW.id')} END`,
  `CREATE TRIGGER catalogue_gone AFTER DELETE ON modules BEGIN DELETE FROM uncatalogued WHERE module_id = OLD.id; END`,
  `CREATE TRIGGER catalogue_entry_gone AFTER DELETE ON catalogue BEGIN
    DELETE FROM catalogue_text WHERE rowid = OLD.entry; DELETE FROM catalogue_names WHERE rowid = OLD.entry; END`,
  `CREATE TRIGGER catalogue_tagged AFTER INSERT ON tags BEGIN ${mark('NEW.module_id')} END`,
  `CREATE TRIGGER catalogue_untagged AFTER DELETE ON tags BEGIN ${mark('OLD.module_id')} END`,
  // A workspace of before is read into the catalogue when it is next opened.
  'INSERT INTO uncatalogued (module_id) SELECT id FROM modules',
];

/** What the library knows of modules, and the index its search runs on. */
export const library: Migration = {
  async up(database) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
