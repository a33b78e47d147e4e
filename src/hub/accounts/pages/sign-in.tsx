/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { faults, isFault } from '../../../shared/contract/faults.ts';
import { sentenceOf } from '../../../shared/contract/sentences.ts';
import { safeNext } from '../../addresses.ts';
import type { HubEnv } from '../../hub-env.ts';
import { page } from '../../pages/layout.tsx';
import { countTry, forgetTries } from '../../security/limits.ts';
import { handOn } from '../cookies.ts';
import { readForm, SignInForm, typed } from '../forms.ts';
import { hasAccounts } from '../people.ts';
import { Field, Refusal } from './parts.tsx';

/** Wrong passwords for one account before it rests. */
const tries = { max: 10, seconds: 15 * 60 };

interface Shown {
  email: string;
  next: string;
  refusal: string | null;
}

const signInPage = (c: Context<HubEnv>, { email, next, refusal }: Shown, status: 200 | 401 | 403 | 422 | 429 = 200) =>
  page(
    c,
    'Sign in',
    <form method="post" action="/sign-in" class="sheet">
      <h1>Sign in</h1>
      <Refusal text={refusal} />
      <input type="hidden" name="next" value={next} />
      <Field name="email" label="E-mail" type="email" value={email} autocomplete="username" />
      <Field name="password" label="Password" type="password" autocomplete="current-password" />
      <button type="submit" class="primary">
        Sign in
      </button>
      <p>No account yet, or the password forgotten? Ask an administrator for a link.</p>
    </form>,
    status,
  );

export const signIn = new Hono<HubEnv>()
  .get('/sign-in', async (c) => {
    if (!(await hasAccounts(c.var.hub))) return c.redirect('/setup', 303);
    const next = safeNext(c.req.query('next'));
    return c.var.person ? c.redirect(next, 303) : signInPage(c, { email: '', next, refusal: null });
  })
  .post('/sign-in', async (c) => {
    try {
      const { email, password, next } = await readForm(c, SignInForm);
      await countTry(c.var.hub, `sign-in ${email}`, tries);
      const accounts = await c.var.hub.accounts();
      handOn(c, await accounts.signIn(c.req.raw.headers, { email, password }));
      await forgetTries(c.var.hub, `sign-in ${email}`);
      return c.redirect(safeNext(next), 303);
    } catch (error) {
      if (!isFault(error)) throw error;
      const shown = { email: await typed(c, 'email'), next: safeNext(await typed(c, 'next')), refusal: sentenceOf(error) };
      return signInPage(c, shown, faults[error.code].status as 401);
    }
  })
  .post('/sign-out', async (c) => {
    const accounts = await c.var.hub.accounts();
    handOn(c, await accounts.signOut(c.req.raw.headers));
    return c.redirect('/sign-in', 303);
  });
