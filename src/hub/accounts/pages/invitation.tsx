/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { faults, isFault } from '../../../shared/contract/faults.ts';
import { sentenceOf } from '../../../shared/contract/sentences.ts';
import { invitationPath } from '../../addresses.ts';
import type { Hub, HubEnv } from '../../hub-env.ts';
import { page } from '../../pages/layout.tsx';
import { handOn } from '../cookies.ts';
import { NewAccountForm, readForm, typed } from '../forms.ts';
import { type Invitation, openInvitation, settleInvitation, spendInvitation } from '../invitations.ts';
import { giveRoles } from '../people.ts';
import { NewAccountFields, Refusal } from './parts.tsx';

interface Shown {
  token: string;
  name: string;
  email: string;
  refusal: string | null;
}

const invitationPage = (c: Context<HubEnv>, { token, name, email, refusal }: Shown, status: 200 | 409 | 422 = 200) =>
  page(
    c,
    'Invitation',
    <form method="post" action={invitationPath(token)} class="sheet">
      <h1>Welcome to {c.var.hub.name}</h1>
      <p>Here colleagues show each other how. Choose a password, and you are in.</p>
      <Refusal text={refusal} />
      <NewAccountFields name={name} email={email} />
      <button type="submit" class="primary">
        Join
      </button>
    </form>,
    status,
  );

async function redeem(hub: Hub, invitation: Invitation, account: { name: string; email: string; password: string }): Promise<void> {
  await spendInvitation(hub, invitation.id);
  const accounts = await hub.accounts();
  try {
    const personId = await accounts.create(account);
    await giveRoles(hub, personId, invitation.roles);
    await settleInvitation(hub, invitation.id, personId);
  } catch (error) {
    await settleInvitation(hub, invitation.id, null);
    throw error;
  }
}

/** A link that makes one account, with the roles its sender chose. */
export const invitation = new Hono<HubEnv>()
  .get('/invitation/:token', async (c) => {
    const token = c.req.param('token');
    const { email } = await openInvitation(c.var.hub, token);
    return invitationPage(c, { token, name: '', email: email ?? '', refusal: null });
  })
  .post('/invitation/:token', async (c) => {
    const token = c.req.param('token');
    const open = await openInvitation(c.var.hub, token);
    try {
      const account = await readForm(c, NewAccountForm);
      await redeem(c.var.hub, open, account);
      const accounts = await c.var.hub.accounts();
      handOn(c, await accounts.signIn(c.req.raw.headers, account));
      return c.redirect('/', 303);
    } catch (error) {
      if (!isFault(error)) throw error;
      const shown = { token, name: await typed(c, 'name'), email: await typed(c, 'email'), refusal: sentenceOf(error) };
      return invitationPage(c, shown, faults[error.code].status as 422);
    }
  });
