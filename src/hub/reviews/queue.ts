import { stillNeeded } from '../../shared/model/review/policy.ts';
import { assertMay } from '../accounts/roles.ts';
import { absolute, reviewPath } from '../addresses.ts';
import type { Hub, Person } from '../hub-env.ts';
import { dueAfter, isOverdue } from './due.ts';
import { policyOf, reviewers } from './policy/policy.ts';
import { approvalsOf } from './vet.ts';

export interface WaitingDraft {
  moduleId: string;
  title: string;
  author: string;
  authorId: string;
  round: number;
  waitingSince: string;
  /** The day by which it should be looked at, e.g. `2026-11-30`. */
  dueOn: string;
  overdue: boolean;
  /** Who is on it; null where nobody is, or someone who reviews no more. */
  reviewer: { id: string; name: string } | null;
  /** She gave her approval, and it waits for others. */
  approvedByMe: boolean;
  /** What is still missing, by who has to say it; null is anyone. */
  needed: (string | null)[];
  page: string;
}

/** Whether a draft waits for her: she has not approved it, or nobody else is needed any more and she can complete it. */
export const waitsForHer = ({ approvedByMe, needed }: Pick<WaitingDraft, 'approvedByMe' | 'needed'>): boolean =>
  !approvedByMe || needed.length === 0;

/** Drafts that wait for this person's eyes, the one due first first; never her own. */
export async function reviewQueue(hub: Pick<Hub, 'database' | 'url'>, person: Person): Promise<WaitingDraft[]> {
  assertMay(person, 'review');
  const [policy, able, rows] = await Promise.all([
    policyOf(hub),
    reviewers(hub),
    hub.database
      .selectFrom('modules')
      .innerJoin('user', 'user.id', 'modules.author_id')
      .innerJoin('revisions', (join) =>
        join.onRef('revisions.module_id', '=', 'modules.id').onRef('revisions.hash', '=', 'modules.revision'),
      )
      .leftJoin('review_desks', 'review_desks.module_id', 'modules.id')
      .where('modules.state', '=', 'in-review')
      .where('modules.author_id', '!=', person.id)
      .orderBy('revisions.handed_in_at')
      .select([
        'modules.id',
        'modules.title',
        'modules.revision',
        'modules.round',
        'user.name as author',
        'author_id',
        'handed_in_at',
        'due_on',
        'reviewer_id',
      ])
      .execute(),
  ]);
  const nameOf = new Map(able.map(({ id, name }) => [id, name]));
  const onIt = (id: string | null): WaitingDraft['reviewer'] => {
    const name = id === null ? undefined : nameOf.get(id);
    return id === null || name === undefined ? null : { id, name };
  };
  const drafts = await Promise.all(
    rows.map(async (row): Promise<WaitingDraft> => {
      const given = await approvalsOf(hub, row.id, row.revision);
      const dueOn = row.due_on ?? dueAfter(row.handed_in_at, policy.days);
      return {
        moduleId: row.id,
        title: row.title,
        author: row.author,
        authorId: row.author_id,
        round: row.round,
        waitingSince: row.handed_in_at,
        dueOn,
        overdue: isOverdue(dueOn),
        reviewer: onIt(row.reviewer_id),
        approvedByMe: given.some(({ personId }) => personId === person.id),
        needed: stillNeeded(policy, given),
        page: absolute(hub, reviewPath(row.id)),
      };
    }),
  );
  return drafts.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}
