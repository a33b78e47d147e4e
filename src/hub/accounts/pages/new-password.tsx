/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { Fault, isFault } from '../../../shared/contract/faults.ts';
import { sentenceOf } from '../../../shared/contract/sentences.ts';
import { newPasswordPath } from '../../addresses.ts';
import type { HubEnv, Person } from '../../hub-env.ts';
import { page } from '../../pages/layout.tsx';
import { forgetTries } from '../../security/limits.ts';
import { handOn } from '../cookies.ts';
import { NewPasswordForm, readForm } from '../forms.ts';
import { findPerson } from '../people.ts';
import { NewPasswordField, Refusal } from './parts.tsx';

interface Shown {
  token: string;
  person: Person;
  refusal: string | null;
}

const newPasswordPage = (c: Context<HubEnv>, { token, person, refusal }: Shown, status: 200 | 422 = 200) =>
  page(
    c,
    'A new password',
    <form method="post" action={newPasswordPath(token)} class="sheet">
      <h1>A new password</h1>
      <p>
        For {person.name}, {person.email}. Wherever you were signed in, you are asked for it again, in your studio too.
      </p>
      <Refusal text={refusal} />
      <input type="hidden" name="username" value={person.email} autocomplete="username" />
      <NewPasswordField label="New password" />
      <button type="submit" class="primary">
        Keep it and sign in
      </button>
    </form>,
    status,
  );

/** Whose link it is; refuses with PASSWORD_LINK_OVER, also where her account was switched off. */
async function personOf(c: Context<HubEnv>, token: string): Promise<Person> {
  const id = await (await c.var.hub.accounts()).personOfToken(token);
  const person = await findPerson(c.var.hub, id);
  if (!person) throw new Fault('PASSWORD_LINK_OVER', {});
  return person;
}

/** A link by which someone who forgot her password sets another one. */
export const newPassword = new Hono<HubEnv>()
  .get('/new-password/:token', async (c) => {
    const token = c.req.param('token');
    return newPasswordPage(c, { token, person: await personOf(c, token), refusal: null });
  })
  .post('/new-password/:token', async (c) => {
    const token = c.req.param('token');
    const person = await personOf(c, token);
    const accounts = await c.var.hub.accounts();
    try {
      const { password } = await readForm(c, NewPasswordForm);
      await accounts.setPassword(token, password);
      await forgetTries(c.var.hub, `sign-in ${person.email}`);
      handOn(c, await accounts.signIn(c.req.raw.headers, { email: person.email, password }));
      return c.redirect('/', 303);
    } catch (error) {
      if (!isFault(error) || error.code !== 'INPUT_INVALID') throw error;
      return newPasswordPage(c, { token, person, refusal: sentenceOf(error) }, 422);
    }
  });
