/** @jsxImportSource hono/jsx */
import { reviewPath } from '../../addresses.ts';
import type { Reviewer } from '../../reviews/policy/policy.ts';
import { Day } from '../time.tsx';

export interface DeskView {
  reviewer: { id: string; name: string } | null;
  dueOn: string;
  overdue: boolean;
  /** Who could take it from here: reviewers, never its author. */
  others: Reviewer[];
}

/** Whom this page knows to be on it, so that a stale one takes nothing off a colleague's desk. */
const From = ({ desk }: { desk: DeskView }) => <input type="hidden" name="from" value={desk.reviewer?.id ?? ''} />;

const Take = ({ path, desk, me }: { path: string; desk: DeskView; me: string }) =>
  desk.reviewer?.id === me ? (
    <form method="post" action={`${path}/put-back`}>
      <From desk={desk} />
      <button type="submit" class="quiet">
        Put it back
      </button>
    </form>
  ) : (
    <form method="post" action={`${path}/take`}>
      <From desk={desk} />
      <button type="submit">{desk.reviewer ? `Take it over from ${desk.reviewer.name}` : 'Take it'}</button>
    </form>
  );

/** Who is on it and until when, with the way to change either. */
export const DeskBar = ({ moduleId, desk, me }: { moduleId: string; desk: DeskView; me: string }) => {
  const path = reviewPath(moduleId);
  return (
    <section class="desk-bar" aria-label="Who is on it">
      <p>
        {desk.reviewer ? <b>{desk.reviewer.id === me ? 'You are on it' : `${desk.reviewer.name} is on it`}</b> : 'Nobody is on it'}
        {' · '}
        <span class={desk.overdue ? 'overdue' : undefined}>
          {desk.overdue ? 'overdue since' : 'due'} <Day on={desk.dueOn} />
        </span>
      </p>
      <div class="actions">
        <Take path={path} desk={desk} me={me} />
        <details>
          <summary class="button quiet">Hand over or change the day</summary>
          <div class="desk-forms">
            {desk.others.length > 0 && (
              <form method="post" action={`${path}/hand-over`} class="field">
                <From desk={desk} />
                <label for="hand-to">Hand over to</label>
                <div class="actions">
                  <select id="hand-to" name="to">
                    {desk.others.map(({ id, name, kinds }) => (
                      <option value={id}>{kinds.length > 0 ? `${name} (${kinds.join(', ')})` : name}</option>
                    ))}
                  </select>
                  <button type="submit">Hand over</button>
                </div>
              </form>
            )}
            <form method="post" action={`${path}/due`} class="field">
              <label for="due-on">Due on</label>
              <div class="actions">
                <input id="due-on" name="due" type="date" value={desk.dueOn} />
                <button type="submit">Set the day</button>
              </div>
            </form>
          </div>
        </details>
      </div>
    </section>
  );
};
