import { may } from '../accounts/roles.ts';
import type { Hub, Person } from '../hub-env.ts';

/**
 * Whether a person may see a file: what is published, everyone; what is handed in, its author, and for what is in a
 * reviewer's or publisher's hands, she. Authors' portraits are for everyone.
 */
export async function maySee({ database }: Pick<Hub, 'database'>, person: Person, hash: string): Promise<boolean> {
  const shownIn = await database
    .selectFrom('revision_media')
    .innerJoin('modules', 'modules.id', 'revision_media.module_id')
    .where('revision_media.hash', '=', hash)
    .select(['revision_media.revision', 'modules.author_id', 'modules.published_revision', 'modules.state'])
    .execute();
  const portrait = await database.selectFrom('profiles').where('photo', '=', hash).select('person_id').limit(1).executeTakeFirst();
  if (portrait) return true;
  const vets = may(person, 'review') || may(person, 'publish for others');
  return shownIn.some(
    ({ revision, author_id, published_revision, state }) =>
      revision === published_revision || author_id === person.id || (vets && state !== 'retired'),
  );
}
