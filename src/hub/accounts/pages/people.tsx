/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { ChevronDown } from 'lucide';
import { Fault, faults, isFault } from '../../../shared/contract/faults.ts';
import type { Role } from '../../../shared/contract/hub.ts';
import { sentenceOf } from '../../../shared/contract/sentences.ts';
import { absolute, invitationPath, newPasswordPath, peoplePath } from '../../addresses.ts';
import type { HubEnv } from '../../hub-env.ts';
import { Icon } from '../../pages/icon.tsx';
import { page } from '../../pages/layout.tsx';
import { Ago } from '../../pages/time.tsx';
import { InviteForm, RolesForm, readForm } from '../forms.ts';
import { invite, type OpenInvitation, openInvitations, withdrawInvitation } from '../invitations.ts';
import { activate, deactivate, type ListedPerson, listPeople, passwordLink, replaceRoles } from '../people.ts';
import { personOf, requireRole } from '../require.ts';
import { Field, Refusal, RoleBoxes } from './parts.tsx';

/** A link that was just made: only now is its token known. */
interface MadeLink {
  says: string;
  url: string;
}

const Made = ({ link }: { link: MadeLink | null }) =>
  link && (
    <p role="status" class="field notice good made">
      <label for="link">{link.says}</label>
      <input id="link" type="text" readonly value={link.url} />
    </p>
  );

const Invite = () => (
  <section class="section">
    <form method="post" action={peoplePath} class="sheet">
      <h2>Invite someone</h2>
      <Field name="email" label="E-mail, if you know it" type="email" required={false} autocomplete="off" />
      <RoleBoxes id="invite" chosen={[]} />
      <button type="submit" class="primary">
        Make an invitation
      </button>
    </form>
  </section>
);

const roleNames = (roles: readonly Role[]): string => {
  const named = roles.filter((role) => role !== 'learner').map((role) => (role === 'admin' ? 'administrator' : role));
  return named.length > 0 ? named.join(', ') : 'learner';
};

const Row = ({ person, self }: { person: ListedPerson; self: boolean }) => (
  <li class="row person-row">
    <div>
      <h3>
        {person.name}
        {self && ' (you)'}
      </h3>
      <p class="row-facts">
        {person.email}
        {person.deactivatedAt && <strong>switched off</strong>}
      </p>
    </div>
    <details>
      <summary>
        <span>{roleNames(person.roles)}</span>
        <span class="change">
          Change<span class="read-out"> what {person.name} may do</span> <Icon node={ChevronDown} />
        </span>
      </summary>
      <form method="post" action={`${peoplePath}/${person.id}/roles`} class="sheet">
        <RoleBoxes id={person.id} chosen={person.roles} />
        <button type="submit">Save the roles of {person.name}</button>
      </form>
      {!person.deactivatedAt && (
        <form method="post" action={`${peoplePath}/${person.id}/password`}>
          <button type="submit" class="quiet">
            Make a link for a new password
          </button>
        </form>
      )}
      {!self && (
        <form method="post" action={`${peoplePath}/${person.id}/${person.deactivatedAt ? 'activate' : 'deactivate'}`}>
          <button type="submit" class="quiet">{`Switch the account of ${person.name} ${person.deactivatedAt ? 'on' : 'off'}`}</button>
        </form>
      )}
    </details>
  </li>
);

const Waiting = ({ invitations }: { invitations: OpenInvitation[] }) => (
  <section class="section">
    <h2>Invitations that wait</h2>
    <ul class="rows">
      {invitations.map(({ id, email, roles, createdAt }) => (
        <li class="row">
          <span>{email ?? 'Whoever has the link'}</span>
          <span class="row-facts">
            <span>{roleNames(roles)}</span>
            <Ago at={createdAt} />
          </span>
          <form method="post" action={`/invitations/${id}/withdraw`}>
            <button type="submit" class="quiet">
              Withdraw
            </button>
          </form>
        </li>
      ))}
    </ul>
  </section>
);

async function peoplePage(c: Context<HubEnv>, shown: { link: MadeLink | null; refusal: string | null }, status: 200 | 422 | 409 = 200) {
  const [people, invitations] = await Promise.all([listPeople(c.var.hub), openInvitations(c.var.hub)]);
  const self = personOf(c).id;
  return page(
    c,
    'People',
    <>
      <h1>People</h1>
      <Refusal text={shown.refusal} />
      <Made link={shown.link} />
      <Invite />
      {invitations.length > 0 && <Waiting invitations={invitations} />}
      <section class="section">
        <h2>Who is here</h2>
        <ul class="rows">
          {people.map((person) => (
            <Row person={person} self={person.id === self} />
          ))}
        </ul>
      </section>
    </>,
    status,
  );
}

/** Runs an admin's deed and shows the list again, with the reason where it was refused. */
async function then(c: Context<HubEnv>, deed: () => Promise<MadeLink | null>) {
  try {
    const link = await deed();
    return link ? peoplePage(c, { link, refusal: null }) : c.redirect(peoplePath, 303);
  } catch (error) {
    if (!isFault(error)) throw error;
    return peoplePage(c, { link: null, refusal: sentenceOf(error) }, faults[error.code].status as 422);
  }
}

/** For administrators: who is here, who may do what, and who is invited. */
export const people = new Hono<HubEnv>()
  .get('/people', requireRole('admin'), (c) => peoplePage(c, { link: null, refusal: null }))
  .post('/people', requireRole('admin'), (c) =>
    then(c, async () => ({
      says: 'Send this link. It is good for one account and seven days, and is shown only now.',
      url: absolute(c.var.hub, invitationPath(await invite(c.var.hub, personOf(c), await readForm(c, InviteForm)))),
    })),
  )
  .post('/people/:id/password', requireRole('admin'), (c) =>
    then(c, async () => ({
      says: 'Send this link to that person and no one else. It sets a new password once, within a day, and is shown only now.',
      url: absolute(c.var.hub, newPasswordPath(await passwordLink(c.var.hub, c.req.param('id')))),
    })),
  )
  .post('/people/:id/roles', requireRole('admin'), (c) =>
    then(c, async () => {
      const { roles } = await readForm(c, RolesForm);
      const id = c.req.param('id');
      // An admin cannot lock everyone out of this page by a slip.
      if (id === personOf(c).id && !roles.includes('admin')) throw new Fault('NOT_ALLOWED', { what: 'take the role admin from yourself' });
      await replaceRoles(c.var.hub, id, roles);
      return null;
    }),
  )
  .post('/people/:id/deactivate', requireRole('admin'), (c) =>
    then(c, async () => {
      const id = c.req.param('id');
      if (id === personOf(c).id) throw new Fault('NOT_ALLOWED', { what: 'switch off your own account' });
      await deactivate(c.var.hub, id);
      return null;
    }),
  )
  .post('/people/:id/activate', requireRole('admin'), (c) =>
    then(c, async () => {
      await activate(c.var.hub, c.req.param('id'));
      return null;
    }),
  )
  .post('/invitations/:id/withdraw', requireRole('admin'), (c) =>
    then(c, async () => {
      await withdrawInvitation(c.var.hub, c.req.param('id'));
      return null;
    }),
  );
