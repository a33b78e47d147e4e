/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { readForm } from '../../accounts/forms.ts';
import { personOf } from '../../accounts/require.ts';
import { publishPath } from '../../addresses.ts';
import type { HubEnv } from '../../hub-env.ts';
import { colleagues } from '../../people/colleagues.ts';
import { publish, retire } from '../../publications/publish.ts';
import { publishable } from '../../publications/publishable.ts';
import { RevisionForm } from '../../reviews/forms.ts';
import { page } from '../layout.tsx';
import { PublishPage } from './publish-page.tsx';

export const publishPages = new Hono<HubEnv>()
  .get(publishPath, async (c) => {
    const modules = await publishable(c.var.hub, personOf(c));
    const authors = await colleagues(
      c.var.hub,
      modules.map((module) => module.authorId),
    );
    return page(c, 'Publish', <PublishPage modules={modules} authors={authors} />);
  })
  .post(`${publishPath}/:id`, async (c) => {
    const person = personOf(c);
    const { revision } = await readForm(c, RevisionForm);
    await publish(c.var.hub, person, { moduleId: c.req.param('id'), revision });
    return c.redirect(publishPath, 303);
  })
  .post(`${publishPath}/:id/retire`, async (c) => {
    await retire(c.var.hub, personOf(c), c.req.param('id'));
    return c.redirect(publishPath, 303);
  });
