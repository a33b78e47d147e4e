import type { Migration } from 'kysely/migration';

/** When someone last had a module before her, and until when she wants no reminder of it. */
export const reminderTable: Migration = {
  async up(database) {
    await database.schema
      .createTable('reminders')
      .addColumn('person_id', 'text', (column) => column.notNull().references('user.id'))
      .addColumn('module_id', 'text', (column) => column.notNull().references('modules.id'))
      .addColumn('last_at', 'text')
      .addColumn('quiet_until', 'text')
      .addPrimaryKeyConstraint('reminders_key', ['person_id', 'module_id'])
      .execute();
  },
};
