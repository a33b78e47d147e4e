import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { chainStart, linkHash, written } from '../reviews/log/chain.ts';

/** Comments with an anchor, replies and turns; what was known of old ones stays. */
async function richComments(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .alterTable('comments')
    .addColumn('anchor', 'text', (column) => column.notNull().defaultTo('{"kind":"module"}'))
    .execute();
  await schema
    .alterTable('comments')
    .addColumn('severity', 'text', (column) => column.notNull().defaultTo('should'))
    .execute();
  await schema.alterTable('comments').addColumn('suggestion', 'text').execute();
  await schema
    .alterTable('comments')
    .addColumn('mentions', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
  await schema.alterTable('comments').addColumn('author_name', 'text').execute();
  await sql`UPDATE comments SET anchor = json_object('kind', 'block', 'blockId', block_id) WHERE block_id IS NOT NULL`.execute(database);
  await schema
    .createTable('comment_replies')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('comment_id', 'text', (column) => column.notNull().references('comments.id'))
    .addColumn('author_id', 'text', (column) => column.notNull().references('user.id'))
    .addColumn('author_name', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('mentions', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('comment_replies_by_comment').on('comment_replies').column('comment_id').execute();
  await schema
    .createTable('comment_turns')
    .addColumn('comment_id', 'text', (column) => column.notNull().references('comments.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.references('user.id'))
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('comment_turns_key', ['comment_id', 'state', 'at'])
    .execute();
  // Who settled a comment was not kept before.
  await sql`INSERT INTO comment_turns (comment_id, state, by_name, at)
    SELECT id, 'resolved', 'Someone', resolved_at FROM comments WHERE resolved_at IS NOT NULL`.execute(database);
  await schema.alterTable('comments').dropColumn('block_id').execute();
  await schema.alterTable('comments').dropColumn('resolved_at').execute();
  await schema
    .createTable('mentions')
    .addColumn('person_id', 'text', (column) => column.notNull().references('user.id'))
    .addColumn('comment_id', 'text', (column) => column.notNull().references('comments.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text')
    .addPrimaryKeyConstraint('mentions_key', ['person_id', 'comment_id', 'at'])
    .execute();
}

/** Who is on a module that waits, and until when. */
async function desks(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('review_desks')
    .addColumn('module_id', 'text', (column) => column.primaryKey().references('modules.id'))
    .addColumn('reviewer_id', 'text', (column) => column.references('user.id'))
    .addColumn('since', 'text')
    .addColumn('due_on', 'text')
    .addColumn('kind', 'text')
    .execute();
  await schema.createIndex('review_desks_by_reviewer').on('review_desks').column('reviewer_id').execute();
  await schema
    .createTable('approver_kinds')
    .addColumn('person_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('approver_kinds_key', ['person_id', 'kind'])
    .execute();
  await schema
    .createTable('approvals')
    .addColumn('module_id', 'text', (column) => column.notNull().references('modules.id'))
    .addColumn('revision', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull().references('user.id'))
    .addColumn('kinds', 'text', (column) => column.notNull())
    .addColumn('word', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('approvals_key', ['module_id', 'revision', 'person_id'])
    .execute();
  await schema
    .createTable('checks')
    .addColumn('module_id', 'text', (column) => column.notNull().references('modules.id'))
    .addColumn('revision', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('block_id', 'text')
    .addColumn('person_id', 'text', (column) => column.notNull().references('user.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('checks_key', ['module_id', 'revision', 'item_id'])
    .execute();
}

interface OldModule {
  id: string;
  state: string;
  round: number;
  revision: string;
  approved_revision: string | null;
  approved_by: string | null;
  published_revision: string | null;
}

/** The log, begun with how each module stands. */
async function reviewLog(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable('review_log')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('module_id', 'text')
    .addColumn('entry', 'text', (column) => column.notNull())
    // Two entries that follow the same one would be two stories.
    .addColumn('previous', 'text', (column) => column.notNull().unique())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .execute();
  await database.schema.createIndex('review_log_by_module').on('review_log').column('module_id').execute();
  const { rows } = await sql<OldModule>`SELECT id, state, round, revision, approved_revision, approved_by, published_revision
    FROM modules ORDER BY created_at, id`.execute(database);
  const at = new Date().toISOString();
  let previous = chainStart;
  for (const [index, row] of rows.entries()) {
    const { id, state, round, revision, approved_revision, approved_by, published_revision } = row;
    const detail = { state, round, approvedRevision: approved_revision, approvedBy: approved_by, publishedRevision: published_revision };
    const who = { id: '', name: 'The hub' };
    const entry = written({ what: 'carried-over', who, moduleId: id, revision, at, detail });
    const hash = linkHash(previous, entry);
    await sql`INSERT INTO review_log (seq, module_id, entry, previous, hash) VALUES (${index + 1}, ${id}, ${entry}, ${previous}, ${hash})`.execute(
      database,
    );
    previous = hash;
  }
  for (const deed of ['UPDATE', 'DELETE']) {
    await sql`CREATE TRIGGER ${sql.ref(`review_log_no_${deed.toLowerCase()}`)} BEFORE ${sql.raw(deed)} ON review_log
      BEGIN SELECT RAISE(ABORT, 'The log is only ever added to'); END`.execute(database);
  }
}

/** Vetting: comments that follow what they speak of, who is on what until when, who has to approve, and a log of it all. */
export const vettingTables: Migration = {
  async up(database) {
    await richComments(database);
    await desks(database);
    await reviewLog(database);
  },
};
