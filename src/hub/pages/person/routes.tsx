/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { Fault } from '../../../shared/contract/faults.ts';
import { readForm } from '../../accounts/forms.ts';
import { personOf } from '../../accounts/require.ts';
import { authorPath } from '../../addresses.ts';
import type { HubEnv } from '../../hub-env.ts';
import { publishedModules } from '../../library/published.ts';
import { findColleague } from '../../people/colleagues.ts';
import { ask, asksFrom } from '../../relations/asks.ts';
import { AskWords } from '../../relations/forms.ts';
import { thanksReceived } from '../../relations/thanks.ts';
import { page } from '../layout.tsx';
import { PersonPage } from './person-page.tsx';

export const personPages = new Hono<HubEnv>()
  .get('/people/:id', async (c) => {
    const { hub } = c.var;
    const reader = personOf(c);
    const id = c.req.param('id');
    const person = await findColleague(hub, id);
    if (!person) throw new Fault('NOT_FOUND', { what: 'person' });
    const [modules, thanks, asked] = await Promise.all([
      publishedModules(hub, { authorId: id }),
      thanksReceived(hub, id),
      asksFrom(hub, reader.id, { personId: id }),
    ]);
    return page(
      c,
      person.name,
      <PersonPage person={person} self={reader.id === id} modules={modules} thanks={thanks} asked={asked} />,
      200,
      { learner: true },
    );
  })
  .post('/people/:id/asks', async (c) => {
    const reader = personOf(c);
    const { text } = await readForm(c, AskWords);
    const personId = c.req.param('id');
    await ask(c.var.hub, reader.id, { personId }, text);
    return c.redirect(`${authorPath(personId)}#ask`, 303);
  });
