import { Fault } from '../../shared/contract/faults.ts';
import { canonicalJson } from '../../shared/model/module.ts';
import type { Manifest } from '../../shared/model/package.ts';
import type { Review } from '../../shared/model/review/review.ts';
import { nextState } from '../../shared/model/review/state.ts';
import { assertMay } from '../accounts/roles.ts';
import type { Hub, Person } from '../hub-env.ts';
import { assertArrived, shownMedia } from './arrival.ts';
import { changeModule } from './change.ts';
import { beginRound } from './desk.ts';
import { type ModuleRow, reviewOf } from './find.ts';
import { writeDown, writing } from './log/log.ts';

/**
 * Puts a revision into the reviewers' queue. A module belongs to the first person who handed it in. The revision that
 * already waits, or is already approved, may be handed in again (a studio that lost the answer does): nothing changes.
 */
export async function handIn(hub: Hub, person: Person, manifest: Manifest): Promise<Review> {
  assertMay(person, 'hand in');
  await assertArrived(hub, manifest);
  const row = await writing(hub, async (database) => {
    const known = await database.selectFrom('modules').where('id', '=', manifest.moduleId).selectAll().executeTakeFirst();
    if (known && known.author_id !== person.id) throw new Fault('NOT_ALLOWED', { what: 'hand in a module that someone else began' });
    const now = new Date().toISOString();
    await keepProfile({ database }, person, manifest, now);
    if (known && known.revision === manifest.revision && known.state !== 'changes-requested' && known.state !== 'retired') return known;
    const module = known ? await nextRound({ database }, known, manifest) : await firstRound({ database }, person, manifest, now);
    await keepRevision({ database }, module, manifest, now);
    await database.deleteFrom('approvals').where('module_id', '=', module.id).execute();
    await beginRound({ database }, module.id);
    const { id: moduleId, revision, round } = module;
    await writeDown({ database }, { what: 'handed-in', who: person, moduleId, revision, detail: { round } });
    return module;
  });
  return reviewOf(hub, row);
}

async function firstRound({ database }: Pick<Hub, 'database'>, person: Person, manifest: Manifest, now: string): Promise<ModuleRow> {
  const row: ModuleRow = {
    id: manifest.moduleId,
    author_id: person.id,
    title: manifest.content.title,
    state: 'in-review',
    round: 1,
    revision: manifest.revision,
    approved_revision: null,
    approved_by: null,
    published_revision: null,
    published_at: null,
    reasons: null,
    created_at: now,
    updated_at: now,
  };
  await database.insertInto('modules').values(row).execute();
  return row;
}

async function nextRound(hub: Pick<Hub, 'database'>, known: ModuleRow, manifest: Manifest): Promise<ModuleRow> {
  const state = nextState(known.state, 'hand-in');
  if (!state) throw new Fault('NOT_IN_REVIEW', { state: known.state });
  return changeModule(hub, known, {
    state,
    title: manifest.content.title,
    // What no reviewer has answered yet is replaced in its round.
    round: known.state === 'in-review' ? known.round : known.round + 1,
    revision: manifest.revision,
    approved_revision: null,
    approved_by: null,
    reasons: null,
  });
}

async function keepRevision({ database }: Pick<Hub, 'database'>, { id, round }: ModuleRow, manifest: Manifest, now: string): Promise<void> {
  const author = JSON.stringify(manifest.author);
  const along = { author, handed_in_at: now, sweeps: JSON.stringify(manifest.sweeps), cuts: JSON.stringify(manifest.cuts) };
  await database
    .insertInto('revisions')
    .values({ module_id: id, hash: manifest.revision, round, content: canonicalJson(manifest.content), ...along })
    .onConflict((conflict) => conflict.columns(['module_id', 'hash']).doUpdateSet({ round, ...along }))
    .execute();
  const media = shownMedia(manifest).map((hash) => ({ module_id: id, revision: manifest.revision, hash }));
  if (media.length === 0) return;
  await database
    .insertInto('revision_media')
    .values(media)
    .onConflict((conflict) => conflict.columns(['module_id', 'revision', 'hash']).doNothing())
    .execute();
}

async function keepProfile({ database }: Pick<Hub, 'database'>, person: Person, { author }: Manifest, now: string): Promise<void> {
  const shown = { profile: JSON.stringify(author), photo: author.photo, updated_at: now };
  await database
    .insertInto('profiles')
    .values({ person_id: person.id, ...shown })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(shown))
    .execute();
}
