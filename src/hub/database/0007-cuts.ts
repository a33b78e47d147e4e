import type { Migration } from 'kysely/migration';

/** What the videos of a revision were cut from: comments on their moments follow a new cut by it. */
export const cutsOfRevisions: Migration = {
  async up(database) {
    await database.schema
      .alterTable('revisions')
      .addColumn('cuts', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
  },
};
