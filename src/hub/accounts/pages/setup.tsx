/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { Fault, faults, isFault } from '../../../shared/contract/faults.ts';
import { Role } from '../../../shared/contract/hub.ts';
import { sentenceOf } from '../../../shared/contract/sentences.ts';
import type { HubEnv } from '../../hub-env.ts';
import { page } from '../../pages/layout.tsx';
import { countTry } from '../../security/limits.ts';
import { handOn } from '../cookies.ts';
import { readForm, SetupForm, typed } from '../forms.ts';
import { giveRoles, hasAccounts } from '../people.ts';
import { isSetupCode, spendSetupCode } from '../setup-code.ts';
import { Field, NewAccountFields, Refusal } from './parts.tsx';

const tries = { max: 20, seconds: 15 * 60 };

const setupPage = (
  c: Context<HubEnv>,
  shown: { name: string; email: string; refusal: string | null },
  status: 200 | 403 | 410 | 422 = 200,
) =>
  page(
    c,
    'Set up',
    <form method="post" action="/setup" class="sheet">
      <h1>Set up {c.var.hub.name}</h1>
      <p>The first account looks after this hub: it invites people and gives them their roles.</p>
      <Refusal text={shown.refusal} />
      <Field
        name="code"
        label="Setup code"
        hint="It comes with the link from your studio, or stands where the hub was started."
        autocomplete="off"
      />
      <NewAccountFields name={shown.name} email={shown.email} />
      <button type="submit" class="primary">
        Make the first account
      </button>
    </form>,
    status,
  );

/** The first account, by the code that only who started the hub has seen. */
export const setup = new Hono<HubEnv>()
  .get('/setup', async (c) => {
    if (await hasAccounts(c.var.hub)) throw new Fault('SETUP_OVER', {});
    return setupPage(c, { name: '', email: '', refusal: null });
  })
  .post('/setup', async (c) => {
    const { hub } = c.var;
    if (await hasAccounts(hub)) throw new Fault('SETUP_OVER', {});
    try {
      const { code, ...account } = await readForm(c, SetupForm);
      await countTry(hub, 'setup', tries);
      if (!(await isSetupCode(hub, code))) throw new Fault('SETUP_CODE_WRONG', {});
      if (!(await spendSetupCode(hub))) throw new Fault('SETUP_OVER', {});
      const accounts = await hub.accounts();
      await giveRoles(hub, await accounts.create(account), Role.options);
      handOn(c, await accounts.signIn(c.req.raw.headers, account));
      hub.onSetUp?.();
      return c.redirect('/', 303);
    } catch (error) {
      if (!isFault(error)) throw error;
      const shown = { name: await typed(c, 'name'), email: await typed(c, 'email'), refusal: sentenceOf(error) };
      return setupPage(c, shown, faults[error.code].status as 403);
    }
  });
