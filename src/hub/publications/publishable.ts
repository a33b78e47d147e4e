import type { ReviewState } from '../../shared/model/review/state.ts';
import { assertMay } from '../accounts/roles.ts';
import type { Hub, Person } from '../hub-env.ts';

export interface Publishable {
  id: string;
  title: string;
  authorId: string;
  state: ReviewState;
  revision: string;
  approvedRevision: string | null;
  publishedRevision: string | null;
  publishedAt: string | null;
}

/** What a publisher can publish or take back, last touched first. Refuses with ROLE_MISSING. */
export async function publishable({ database }: Pick<Hub, 'database'>, person: Person): Promise<Publishable[]> {
  assertMay(person, 'publish for others');
  return database
    .selectFrom('modules')
    .where((eb) => eb.or([eb('approved_revision', 'is not', null), eb('published_revision', 'is not', null)]))
    .orderBy('updated_at', 'desc')
    .select([
      'id',
      'title',
      'author_id as authorId',
      'state',
      'revision',
      'approved_revision as approvedRevision',
      'published_revision as publishedRevision',
      'published_at as publishedAt',
    ])
    .execute();
}
