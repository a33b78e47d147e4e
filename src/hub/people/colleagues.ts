import { emptyProfile, Profile } from '../../shared/model/profile.ts';
import type { Hub } from '../hub-env.ts';

/**
 * A person as others meet her: her account, and the profile that came with what she handed in. Her name is that of the account: anyone
 * may write any other into the profile of a studio.
 */
export interface Colleague extends Profile {
  id: string;
  /** Her account was switched off: what she made stays, and nobody reaches her here any more. */
  gone: boolean;
}

/** How someone is called of whom nothing is left here. */
export const formerColleague = 'A former colleague';

const profileOf = (json: string | null): Profile => (json ? Profile.parse(JSON.parse(json)) : emptyProfile);

function people({ database }: Pick<Hub, 'database'>) {
  return database
    .selectFrom('user')
    .leftJoin('profiles', 'profiles.person_id', 'user.id')
    .leftJoin('deactivations', 'deactivations.person_id', 'user.id')
    .select(['user.id', 'user.name as account_name', 'profiles.profile', 'deactivations.at as gone_at']);
}

function colleague(row: { id: string; account_name: string; profile: string | null; gone_at: string | null }): Colleague {
  const profile = profileOf(row.profile);
  return { ...profile, id: row.id, name: row.account_name, gone: row.gone_at !== null };
}

/** The people of these ids, by id. */
export async function colleagues(hub: Pick<Hub, 'database'>, ids: readonly string[]): Promise<Map<string, Colleague>> {
  if (ids.length === 0) return new Map();
  const rows = await people(hub)
    .where('user.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, colleague(row)]));
}

export async function findColleague(hub: Pick<Hub, 'database'>, id: string): Promise<Colleague | null> {
  return (await colleagues(hub, [id])).get(id) ?? null;
}

/** People who showed something to others, whoever did so last first: those one can learn from and ask. */
export async function peopleWhoHelp(hub: Pick<Hub, 'database'>, limit: number): Promise<Colleague[]> {
  const rows = await people(hub)
    .innerJoin('modules', 'modules.author_id', 'user.id')
    .where('modules.published_revision', 'is not', null)
    .where('deactivations.at', 'is', null)
    .groupBy(['user.id', 'user.name', 'profiles.profile', 'deactivations.at'])
    .orderBy((eb) => eb.fn.max('modules.published_at'), 'desc')
    .limit(limit)
    .execute();
  return rows.map(colleague);
}
