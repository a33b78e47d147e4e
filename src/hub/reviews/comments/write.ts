import { v7 as uuid } from 'uuid';
import { Fault } from '../../../shared/contract/faults.ts';
import type { Anchor } from '../../../shared/model/review/anchor.ts';
import { anchored } from '../../../shared/model/review/anchored.ts';
import type { Severity, Turn } from '../../../shared/model/review/comment.ts';
import { isOpen, lastTurn } from '../../../shared/model/review/comment.ts';
import type { Review } from '../../../shared/model/review/review.ts';
import { takesSuggestion } from '../../../shared/model/review/suggestion.ts';
import { assertMay } from '../../accounts/roles.ts';
import type { Hub, Person } from '../../hub-env.ts';
import { findForReview, type ModuleRow, reviewOf } from '../find.ts';
import { writeDown, writing } from '../log/log.ts';
import { cutsOfModule, revisionOf } from '../revision.ts';
import { keepMentions, namesIn } from './mentioned.ts';
import { commentsOn } from './read.ts';

/** A module that this person may speak about: its author, or a reviewer. */
export async function spokenAbout(hub: Pick<Hub, 'database'>, person: Person, moduleId: string): Promise<ModuleRow> {
  const row = await findForReview(hub, person, moduleId);
  if (row.author_id !== person.id) assertMay(person, 'review');
  return row;
}

export interface Commenting {
  moduleId: string;
  /** The revision on screen. */
  revision: string;
  anchor: Anchor;
  severity: Severity;
  text: string;
  suggestion?: string | undefined;
}

/** Adds a comment, by a reviewer or by the author in answer. Text stays text: pages escape it. */
export async function comment(hub: Hub, person: Person, said: Commenting): Promise<Review> {
  const { moduleId, revision, severity, text, suggestion } = said;
  const row = await spokenAbout(hub, person, moduleId);
  if (row.state === 'retired') throw new Fault('NOT_IN_REVIEW', { state: row.state });
  const { content, round } = await revisionOf(hub, moduleId, revision);
  const anchor = anchored(said.anchor, content, await cutsOfModule(hub, moduleId));
  if (!anchor) throw new Fault('NOT_FOUND', { what: 'part of the module' });
  if (suggestion !== undefined && !takesSuggestion(anchor, content)) throw new Fault('SUGGESTION_UNPLACED', {});
  const id = uuid();
  const at = new Date().toISOString();
  const mentions = await namesIn(hub, row.author_id, text);
  await hub.database.transaction().execute(async (database) => {
    await database
      .insertInto('comments')
      .values({
        id,
        module_id: moduleId,
        revision,
        // Of the version on screen: a newer one may have come in meanwhile.
        round,
        author_id: person.id,
        author_name: null,
        anchor: JSON.stringify(anchor),
        severity,
        text,
        suggestion: suggestion ?? null,
        mentions,
        created_at: at,
      })
      .execute();
    await keepMentions({ database }, person, { commentId: id, authorId: row.author_id, text, at });
  });
  return reviewOf(hub, row);
}

async function assertThere({ database }: Pick<Hub, 'database'>, moduleId: string, commentId: string): Promise<void> {
  const found = await database
    .selectFrom('comments')
    .where('id', '=', commentId)
    .where('module_id', '=', moduleId)
    .select('id')
    .executeTakeFirst();
  if (!found) throw new Fault('NOT_FOUND', { what: 'comment' });
}

/** Answers a comment in its thread. */
export async function reply(
  hub: Hub,
  person: Person,
  { moduleId, commentId, text }: { moduleId: string; commentId: string; text: string },
): Promise<Review> {
  const row = await spokenAbout(hub, person, moduleId);
  await assertThere(hub, moduleId, commentId);
  const created_at = new Date().toISOString();
  const mentions = await namesIn(hub, row.author_id, text);
  await hub.database.transaction().execute(async (database) => {
    const values = { id: uuid(), comment_id: commentId, author_id: person.id, author_name: null, text, mentions, created_at };
    await database.insertInto('comment_replies').values(values).execute();
    await keepMentions({ database }, person, { commentId, authorId: row.author_id, text, at: created_at });
  });
  return reviewOf(hub, row);
}

export interface Turning {
  moduleId: string;
  commentId: string;
  state: Turn['state'];
}

/** A turn never has the time of the one it follows: the last one counts. */
const after = (last: Turn | null): string => new Date(Math.max(Date.now(), last ? Date.parse(last.at) + 1 : 0)).toISOString();

/** Settles a comment or opens it again, by the module's author or a reviewer. Doing it twice is no harm. */
export async function turn(hub: Hub, person: Person, { moduleId, commentId, state }: Turning): Promise<Review> {
  const row = await spokenAbout(hub, person, moduleId);
  await assertThere(hub, moduleId, commentId);
  await writing(hub, async (database) => {
    const spoken = (await commentsOn({ database }, moduleId)).find(({ id }) => id === commentId);
    if (!spoken || isOpen(spoken) === (state === 'reopened')) return;
    const at = after(lastTurn(spoken));
    await database
      .insertInto('comment_turns')
      .values({ comment_id: commentId, state, by_id: person.id, by_name: person.name, at })
      .execute();
    if (spoken.severity !== 'must') return;
    const what = state === 'reopened' ? 'reopened' : 'settled';
    await writeDown({ database }, { what, who: person, moduleId, revision: row.revision, detail: { comment: commentId, how: state } });
  });
  return reviewOf(hub, row);
}
