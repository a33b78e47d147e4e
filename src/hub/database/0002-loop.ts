import type { Migration } from 'kysely/migration';

/** What is handed in, vetted and published, and what comes back for it. */
export const loopTables: Migration = {
  async up(database) {
    const { schema } = database;
    await schema
      .createTable('profiles')
      .addColumn('person_id', 'text', (column) => column.primaryKey().references('user.id'))
      .addColumn('profile', 'text', (column) => column.notNull())
      .addColumn('photo', 'text')
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('media')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('bytes', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('modules')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('author_id', 'text', (column) => column.notNull().references('user.id'))
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('round', 'integer', (column) => column.notNull())
      .addColumn('revision', 'text', (column) => column.notNull())
      .addColumn('approved_revision', 'text')
      .addColumn('approved_by', 'text')
      .addColumn('published_revision', 'text')
      .addColumn('published_at', 'text')
      .addColumn('reasons', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('modules_by_author').on('modules').column('author_id').execute();
    await schema.createIndex('modules_by_state').on('modules').column('state').execute();
    await schema
      .createTable('revisions')
      .addColumn('module_id', 'text', (column) => column.notNull().references('modules.id'))
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('round', 'integer', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('handed_in_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('revisions_key', ['module_id', 'hash'])
      .execute();
    await schema
      .createTable('revision_media')
      .addColumn('module_id', 'text', (column) => column.notNull().references('modules.id'))
      .addColumn('revision', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull().references('media.hash'))
      .addPrimaryKeyConstraint('revision_media_key', ['module_id', 'revision', 'hash'])
      .execute();
    await schema.createIndex('revision_media_by_hash').on('revision_media').column('hash').execute();
    await schema
      .createTable('comments')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('module_id', 'text', (column) => column.notNull().references('modules.id'))
      .addColumn('revision', 'text', (column) => column.notNull())
      .addColumn('round', 'integer', (column) => column.notNull())
      .addColumn('block_id', 'text')
      .addColumn('author_id', 'text', (column) => column.notNull().references('user.id'))
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('resolved_at', 'text')
      .execute();
    await schema.createIndex('comments_by_module').on('comments').columns(['module_id', 'created_at']).execute();
    await schema
      .createTable('publications')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('module_id', 'text', (column) => column.notNull().references('modules.id'))
      .addColumn('revision', 'text', (column) => column.notNull())
      .addColumn('published_by', 'text', (column) => column.notNull().references('user.id'))
      .addColumn('published_at', 'text', (column) => column.notNull())
      .addColumn('retired_at', 'text')
      .execute();
    await schema.createIndex('publications_by_module').on('publications').column('module_id').execute();
    await schema
      .createTable('asks')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('module_id', 'text', (column) => column.references('modules.id'))
      .addColumn('author_id', 'text', (column) => column.notNull().references('user.id'))
      .addColumn('from_id', 'text', (column) => column.notNull().references('user.id'))
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('answer', 'text')
      .addColumn('answered_at', 'text')
      .execute();
    await schema.createIndex('asks_by_author').on('asks').columns(['author_id', 'created_at']).execute();
    await schema.createIndex('asks_by_module').on('asks').column('module_id').execute();
    await schema
      .createTable('thanks')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('module_id', 'text', (column) => column.notNull().references('modules.id'))
      .addColumn('author_id', 'text', (column) => column.notNull().references('user.id'))
      .addColumn('from_id', 'text', (column) => column.notNull().references('user.id'))
      .addColumn('note', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addUniqueConstraint('one_thank_a_person', ['module_id', 'from_id'])
      .execute();
    await schema.createIndex('thanks_by_author').on('thanks').columns(['author_id', 'created_at']).execute();
    await schema
      .createTable('statements')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull().references('user.id'))
      .addColumn('module_id', 'text', (column) => column.notNull().references('modules.id'))
      .addColumn('revision', 'text', (column) => column.notNull())
      .addColumn('block_id', 'text')
      .addColumn('verb', 'text', (column) => column.notNull())
      .addColumn('success', 'integer')
      .addColumn('statement', 'text', (column) => column.notNull())
      .addColumn('stored_at', 'text', (column) => column.notNull())
      .execute();
    await schema.createIndex('statements_by_module').on('statements').columns(['module_id', 'verb']).execute();
  },
};
