import type { Migration } from 'kysely/migration';

/** What was searched for in the videos of a revision, and decided. */
export const sweepsOfRevisions: Migration = {
  async up(database) {
    await database.schema
      .alterTable('revisions')
      .addColumn('sweeps', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
  },
};
