/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { readForm } from '../../accounts/forms.ts';
import { personOf } from '../../accounts/require.ts';
import { asksPath } from '../../addresses.ts';
import type { HubEnv } from '../../hub-env.ts';
import { answerAsk, asksFrom, questionsTo } from '../../relations/asks.ts';
import { AnswerWords } from '../../relations/forms.ts';
import { page, speechFor } from '../layout.tsx';
import { AsksPage } from './asks-page.tsx';

export const asksPages = new Hono<HubEnv>()
  .get(asksPath, async (c) => {
    const person = personOf(c);
    const [toYou, byYou] = await Promise.all([questionsTo(c.var.hub, person.id), asksFrom(c.var.hub, person.id)]);
    return page(c, speechFor(c).words.yourQuestions, <AsksPage toYou={toYou} byYou={byYou} />, 200, { learner: true });
  })
  .post(`${asksPath}/:id/answer`, async (c) => {
    const person = personOf(c);
    const { text } = await readForm(c, AnswerWords);
    const id = c.req.param('id');
    await answerAsk(c.var.hub, person.id, { askId: id, text });
    return c.redirect(`${asksPath}#ask-${encodeURIComponent(id)}`, 303);
  });
