/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { Fault } from '../../../shared/contract/faults.ts';
import { bestOf } from '../../../shared/model/translation/language.ts';
import { headIn, languagesOf } from '../../../shared/model/translation/localize.ts';
import { readForm } from '../../accounts/forms.ts';
import { personOf } from '../../accounts/require.ts';
import { modulePath } from '../../addresses.ts';
import type { HubEnv } from '../../hub-env.ts';
import { wantedLanguages } from '../../language/wanted.ts';
import { findPublished } from '../../library/published.ts';
import { findColleague } from '../../people/colleagues.ts';
import { ask, asksFrom } from '../../relations/asks.ts';
import { AskWords, ThankNote } from '../../relations/forms.ts';
import { ownThank, thank, withdrawThank } from '../../relations/thanks.ts';
import { page } from '../layout.tsx';
import { ModulePage } from './module-page.tsx';

export const modulePages = new Hono<HubEnv>()
  .get('/modules/:id', async (c) => {
    const { hub } = c.var;
    const person = personOf(c);
    const moduleId = c.req.param('id');
    const module = await findPublished(hub, moduleId);
    const author = module && (await findColleague(hub, module.authorId));
    if (!module || !author) throw new Fault('NOT_FOUND', { what: 'module' });
    const [asked, thanked] = await Promise.all([asksFrom(hub, person.id, { moduleId }), ownThank(hub, person.id, moduleId)]);
    const own = author.id === person.id;
    const languages = languagesOf(module.content);
    const language = bestOf(languages, wantedLanguages(c)) ?? module.content.language;
    const { title } = headIn(module.content, language);
    return page(c, title.words, <ModulePage {...{ module, author, own, asked, thanked, languages, language }} />, 200, {
      player: true,
      learner: true,
    });
  })
  .post('/modules/:id/asks', async (c) => {
    const person = personOf(c);
    const { text } = await readForm(c, AskWords);
    const moduleId = c.req.param('id');
    await ask(c.var.hub, person.id, { moduleId }, text);
    return c.redirect(`${modulePath(moduleId)}#ask`, 303);
  })
  .post('/modules/:id/thanks', async (c) => {
    const person = personOf(c);
    const { note } = await readForm(c, ThankNote);
    const moduleId = c.req.param('id');
    await thank(c.var.hub, person.id, moduleId, note);
    return c.redirect(`${modulePath(moduleId)}#thank`, 303);
  })
  .post('/modules/:id/thanks/withdraw', async (c) => {
    const moduleId = c.req.param('id');
    await withdrawThank(c.var.hub, personOf(c).id, moduleId);
    return c.redirect(`${modulePath(moduleId)}#thank`, 303);
  });
