import { assertMay } from '../accounts/roles.ts';
import { absolute, reviewPath } from '../addresses.ts';
import type { Hub, Person } from '../hub-env.ts';

export interface WaitingDraft {
  moduleId: string;
  title: string;
  author: string;
  authorId: string;
  round: number;
  waitingSince: string;
  page: string;
}

/** Drafts that wait for this person's eyes, longest waiting first; never her own. */
export async function reviewQueue(hub: Pick<Hub, 'database' | 'url'>, person: Person): Promise<WaitingDraft[]> {
  assertMay(person, 'review');
  const rows = await hub.database
    .selectFrom('modules')
    .innerJoin('user', 'user.id', 'modules.author_id')
    .where('state', '=', 'in-review')
    .where('author_id', '!=', person.id)
    .orderBy('modules.updated_at')
    .select([
      'modules.id as moduleId',
      'title',
      'user.name as author',
      'author_id as authorId',
      'round',
      'modules.updated_at as waitingSince',
    ])
    .execute();
  return rows.map((row) => ({ ...row, page: absolute(hub, reviewPath(row.moduleId)) }));
}
