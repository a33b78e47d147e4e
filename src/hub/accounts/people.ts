import { Fault } from '../../shared/contract/faults.ts';
import { Role } from '../../shared/contract/hub.ts';
import type { Hub, Person } from '../hub-env.ts';

export interface ListedPerson extends Person {
  deactivatedAt: string | null;
}

const withLearner = (roles: Role[]): Role[] => Role.options.filter((role) => role === 'learner' || roles.includes(role));

/** A person with her roles, or null where there is none or she was deactivated. */
export async function findPerson({ database }: Pick<Hub, 'database'>, id: string): Promise<Person | null> {
  const [user, roles] = await Promise.all([
    database
      .selectFrom('user')
      .leftJoin('deactivations', 'deactivations.person_id', 'user.id')
      .where('user.id', '=', id)
      .where('deactivations.at', 'is', null)
      .select(['user.id', 'user.name', 'user.email'])
      .executeTakeFirst(),
    database.selectFrom('person_roles').where('person_id', '=', id).select('role').execute(),
  ]);
  return user ? { ...user, roles: withLearner(roles.map(({ role }) => role)) } : null;
}

export async function listPeople({ database }: Pick<Hub, 'database'>): Promise<ListedPerson[]> {
  const [users, rows] = await Promise.all([
    database
      .selectFrom('user')
      .leftJoin('deactivations', 'deactivations.person_id', 'user.id')
      .select(['user.id', 'user.name', 'user.email', 'deactivations.at as deactivatedAt'])
      .orderBy('user.name')
      .execute(),
    database.selectFrom('person_roles').selectAll().execute(),
  ]);
  const rolesOf = Map.groupBy(rows, (row) => row.person_id);
  return users.map((user) => ({ ...user, roles: withLearner((rolesOf.get(user.id) ?? []).map(({ role }) => role)) }));
}

export async function hasAccounts({ database }: Pick<Hub, 'database'>): Promise<boolean> {
  return (await database.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

async function assertThere({ database }: Pick<Hub, 'database'>, id: string): Promise<void> {
  const found = await database.selectFrom('user').where('id', '=', id).select('id').executeTakeFirst();
  if (!found) throw new Fault('NOT_FOUND', { what: 'person' });
}

/** Adds roles to those a person has. Learner is everyone's and has no row. */
export async function giveRoles({ database }: Pick<Hub, 'database'>, id: string, roles: readonly Role[]): Promise<void> {
  const rows = roles.filter((role) => role !== 'learner').map((role) => ({ person_id: id, role }));
  if (rows.length === 0) return;
  await database
    .insertInto('person_roles')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['person_id', 'role']).doNothing())
    .execute();
}

export async function replaceRoles(hub: Pick<Hub, 'database'>, id: string, roles: readonly Role[]): Promise<void> {
  await assertThere(hub, id);
  await hub.database.transaction().execute(async (database) => {
    await database.deleteFrom('person_roles').where('person_id', '=', id).execute();
    await giveRoles({ database }, id, roles);
  });
}

/** The token of a link by which a person sets a new password; refuses with NOT_FOUND. */
export async function passwordLink(hub: Pick<Hub, 'database' | 'accounts'>, id: string): Promise<string> {
  await assertThere(hub, id);
  return (await hub.accounts()).passwordToken(id);
}

/** Ends every sign-in of a person and lets no new one in. What she made stays. */
export async function deactivate(hub: Pick<Hub, 'database' | 'accounts'>, id: string): Promise<void> {
  await assertThere(hub, id);
  await hub.database
    .insertInto('deactivations')
    .values({ person_id: id, at: new Date().toISOString() })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute();
  await (await hub.accounts()).endSessions(id);
}

export async function activate({ database }: Pick<Hub, 'database'>, id: string): Promise<void> {
  await database.deleteFrom('deactivations').where('person_id', '=', id).execute();
}
