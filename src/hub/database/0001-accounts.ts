import type { Migration } from 'kysely/migration';

/** People, their sign-ins and their roles. The first five tables are what better-auth 1.7 asks for, as its own migration writes them. */
export const accountTables: Migration = {
  async up(database) {
    const { schema } = database;
    await schema
      .createTable('user')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull().unique())
      .addColumn('emailVerified', 'integer', (column) => column.notNull())
      .addColumn('image', 'text')
      .addColumn('createdAt', 'date', (column) => column.notNull())
      .addColumn('updatedAt', 'date', (column) => column.notNull())
      .execute();
    await schema
      .createTable('session')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('expiresAt', 'date', (column) => column.notNull())
      .addColumn('token', 'text', (column) => column.notNull().unique())
      .addColumn('createdAt', 'date', (column) => column.notNull())
      .addColumn('updatedAt', 'date', (column) => column.notNull())
      .addColumn('ipAddress', 'text')
      .addColumn('userAgent', 'text')
      .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
      .execute();
    await schema.createIndex('session_by_user').on('session').column('userId').execute();
    await schema
      .createTable('account')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('accountId', 'text', (column) => column.notNull())
      .addColumn('providerId', 'text', (column) => column.notNull())
      .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
      .addColumn('accessToken', 'text')
      .addColumn('refreshToken', 'text')
      .addColumn('idToken', 'text')
      .addColumn('accessTokenExpiresAt', 'date')
      .addColumn('refreshTokenExpiresAt', 'date')
      .addColumn('scope', 'text')
      .addColumn('password', 'text')
      .addColumn('createdAt', 'date', (column) => column.notNull())
      .addColumn('updatedAt', 'date', (column) => column.notNull())
      .execute();
    await schema.createIndex('account_by_user').on('account').column('userId').execute();
    await schema
      .createTable('verification')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('identifier', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('expiresAt', 'date', (column) => column.notNull())
      .addColumn('createdAt', 'date', (column) => column.notNull())
      .addColumn('updatedAt', 'date', (column) => column.notNull())
      .execute();
    await schema.createIndex('verification_by_identifier').on('verification').column('identifier').execute();
    await schema
      .createTable('deviceCode')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('deviceCode', 'text', (column) => column.notNull().unique())
      .addColumn('userCode', 'text', (column) => column.notNull().unique())
      .addColumn('userId', 'text')
      .addColumn('expiresAt', 'date', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('lastPolledAt', 'date')
      .addColumn('pollingInterval', 'integer')
      .addColumn('clientId', 'text')
      .addColumn('scope', 'text')
      .execute();
    await schema
      .createTable('settings')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('person_roles')
      .addColumn('person_id', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
      .addColumn('role', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('person_roles_key', ['person_id', 'role'])
      .execute();
    await schema
      .createTable('deactivations')
      .addColumn('person_id', 'text', (column) => column.primaryKey().references('user.id').onDelete('cascade'))
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await schema
      .createTable('invitations')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('email', 'text')
      .addColumn('roles', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull().references('user.id'))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text')
      .addColumn('used_by', 'text')
      .execute();
    await schema
      .createTable('attempts')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addColumn('resets_at', 'text', (column) => column.notNull())
      .execute();
  },
};
