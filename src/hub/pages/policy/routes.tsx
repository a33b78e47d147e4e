/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { Fault } from '../../../shared/contract/faults.ts';
import { readForm } from '../../accounts/forms.ts';
import { personOf, requireRole } from '../../accounts/require.ts';
import { logPath, policyPath } from '../../addresses.ts';
import type { HubEnv } from '../../hub-env.ts';
import { verifyLog, wholeLog } from '../../reviews/log/log.ts';
import { policyOf, type Reviewer, reviewers, setKinds } from '../../reviews/policy/policy.ts';
import { setPolicy } from '../../reviews/policy/set-policy.ts';
import { page } from '../layout.tsx';
import { KindsForm, PolicyForm } from './form.ts';
import { PolicyPage } from './policy-page.tsx';
import { justSaved, sayNext } from './saved.ts';

function savedWords(saved: string | undefined, people: readonly Reviewer[]): string | null {
  if (saved === 'policy') return 'The policy is saved.';
  const reviewer = people.find(({ id }) => id === saved);
  return reviewer ? `What ${reviewer.name} speaks for is saved.` : null;
}

/** For administrators: what a module needs before it is approved, who speaks for what, and the log of it all. */
export const policyPages = new Hono<HubEnv>()
  .get(policyPath, requireRole('admin'), async (c) => {
    const { hub } = c.var;
    const [policy, people, verified] = await Promise.all([policyOf(hub), reviewers(hub), verifyLog(hub)]);
    const saved = savedWords(justSaved(c), people);
    return page(c, 'Policy', <PolicyPage policy={policy} reviewers={people} verified={verified} saved={saved} />);
  })
  .post(policyPath, requireRole('admin'), async (c) => {
    await setPolicy(c.var.hub, personOf(c), await readForm(c, PolicyForm));
    sayNext(c, 'policy');
    return c.redirect(policyPath, 303);
  })
  .post(`${policyPath}/people/:id`, requireRole('admin'), async (c) => {
    const { hub } = c.var;
    const id = c.req.param('id');
    const { kinds } = await readForm(c, KindsForm);
    const known = (await policyOf(hub)).approvals.flatMap(({ kind }) => kind ?? []);
    if (!(await reviewers(hub)).some((reviewer) => reviewer.id === id)) throw new Fault('NOT_FOUND', { what: 'reviewer' });
    await setKinds(
      hub,
      personOf(c),
      id,
      [...new Set(kinds)].filter((kind) => known.includes(kind)),
    );
    sayNext(c, id);
    return c.redirect(policyPath, 303);
  })
  .get(logPath, requireRole('admin'), async (c) => {
    const log = await wholeLog(c.var.hub);
    c.header('Content-Disposition', 'attachment; filename="review-log.json"');
    return c.json({ format: 'showhow-review-log/1', ...(await verifyLog(c.var.hub)), log });
  });
