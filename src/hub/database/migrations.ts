import type { Migration } from 'kysely/migration';
import { accountTables } from './0001-accounts.ts';
import { loopTables } from './0002-loop.ts';
import { answersWithModules } from './0003-answers.ts';
import { sweepsOfRevisions } from './0004-privacy.ts';
import { vettingTables } from './0005-vetting.ts';
import { reminderTable } from './0006-reminders.ts';
import { cutsOfRevisions } from './0007-cuts.ts';

/** Append only: a migration that was released is never changed, its successor mends it. */
export const migrations: Record<string, Migration> = {
  '0001-accounts': accountTables,
  '0002-loop': loopTables,
  '0003-answers': answersWithModules,
  '0004-privacy': sweepsOfRevisions,
  '0005-vetting': vettingTables,
  '0006-reminders': reminderTable,
  '0007-cuts': cutsOfRevisions,
};
