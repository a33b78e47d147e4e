import { plainPolicy, ReviewPolicy } from '../../../shared/model/review/policy.ts';
import type { Hub, Person } from '../../hub-env.ts';
import { writeDown, writing } from '../log/log.ts';

const key = 'review-policy';

/** What modules need before they are approved; one approval of any reviewer, where nobody said otherwise. */
export async function policyOf({ database }: Pick<Hub, 'database'>): Promise<ReviewPolicy> {
  const row = await database.selectFrom('settings').where('key', '=', key).select('value').executeTakeFirst();
  return row ? ReviewPolicy.parse(JSON.parse(row.value)) : plainPolicy;
}

/** Keeps a policy, in the transaction of whoever changes it. */
export async function keepPolicy({ database }: Pick<Hub, 'database'>, policy: ReviewPolicy): Promise<void> {
  const value = JSON.stringify(ReviewPolicy.parse(policy));
  await database
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

/** What a reviewer speaks for. */
export async function kindsOf({ database }: Pick<Hub, 'database'>, personId: string): Promise<string[]> {
  const rows = await database.selectFrom('approver_kinds').where('person_id', '=', personId).orderBy('kind').select('kind').execute();
  return rows.map(({ kind }) => kind);
}

export async function setKinds(hub: Pick<Hub, 'database'>, by: Person, personId: string, kinds: readonly string[]): Promise<void> {
  await writing(hub, async (database) => {
    await database.deleteFrom('approver_kinds').where('person_id', '=', personId).execute();
    const rows = kinds.map((kind) => ({ person_id: personId, kind }));
    if (rows.length > 0) await database.insertInto('approver_kinds').values(rows).execute();
    await writeDown(
      { database },
      { what: 'policy', who: by, moduleId: null, revision: null, detail: { person: personId, speaksFor: kinds } },
    );
  });
}

export interface Reviewer {
  id: string;
  name: string;
  kinds: string[];
}

/** Everyone who may decide, with what she speaks for. */
export async function reviewers(hub: Pick<Hub, 'database'>): Promise<Reviewer[]> {
  const [people, kinds] = await Promise.all([
    hub.database
      .selectFrom('person_roles')
      .innerJoin('user', 'user.id', 'person_roles.person_id')
      .leftJoin('deactivations', 'deactivations.person_id', 'user.id')
      .where('role', '=', 'reviewer')
      .where('deactivations.at', 'is', null)
      .orderBy('user.name')
      .select(['user.id', 'user.name'])
      .execute(),
    hub.database.selectFrom('approver_kinds').selectAll().orderBy('kind').execute(),
  ]);
  return people.map((person) => ({ ...person, kinds: kinds.filter(({ person_id }) => person_id === person.id).map(({ kind }) => kind) }));
}
