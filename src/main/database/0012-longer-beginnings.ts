import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const shape = `content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3 4 5 6 7'`;

/**
 * Each word typed is the beginning of one, and a beginning of a length that the index does not know is put together from all
 * words that begin so, which takes ten times as long. What was entered before is read again, also because letters of scripts
 * without blanks are words of their own now.
 */
export const longerBeginnings: Migration = {
  async up(database) {
    const statements = [
      'DROP TABLE catalogue_text',
      `CREATE VIRTUAL TABLE catalogue_text USING fts5(title, objective, labels, headings, text, spoken, ${shape})`,
      'DROP TABLE catalogue_names',
      `CREATE VIRTUAL TABLE catalogue_names USING fts5(title, objective, labels, headings, ${shape})`,
      'DELETE FROM uncatalogued',
      'INSERT INTO uncatalogued (module_id) SELECT id FROM modules',
    ];
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
