import type { Migration } from 'kysely/migration';

/** A question may be answered with a module. */
export const answersWithModules: Migration = {
  async up(database) {
    await database.schema
      .alterTable('asks')
      .addColumn('answer_module_id', 'text', (column) => column.references('modules.id'))
      .execute();
  },
};
