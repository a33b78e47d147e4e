/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { z } from 'zod';
import { personOf } from '../../accounts/require.ts';
import type { HubEnv } from '../../hub-env.ts';
import { publishedModules } from '../../library/published.ts';
import { colleagues, peopleWhoHelp } from '../../people/colleagues.ts';
import { questionsWaiting } from '../../relations/asks.ts';
import { unseenMentions } from '../../reviews/comments/mentioned.ts';
import { reviewQueue, waitsForHer } from '../../reviews/queue.ts';
import { remindersFor } from '../../reviews/reminders.ts';
import { page, speechFor } from '../layout.tsx';
import { StartPage } from './start-page.tsx';

const shownPeople = 12;
const modulesPerPage = 24;

/** Pages count from 1; whatever else stands in the address is the first. */
const PageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

export const start = new Hono<HubEnv>().get('/', async (c) => {
  const { hub } = c.var;
  const { words } = speechFor(c);
  const person = personOf(c);
  const number = PageNumber.parse(c.req.query('page'));
  const [people, modules, drafts, questions, mentions, reminders] = await Promise.all([
    peopleWhoHelp(hub, shownPeople),
    // One more than is shown tells whether there are more.
    publishedModules(hub, { limit: modulesPerPage + 1, offset: (number - 1) * modulesPerPage }),
    person.roles.includes('reviewer') ? reviewQueue(hub, person) : [],
    questionsWaiting(hub, person.id),
    unseenMentions(hub, person),
    remindersFor(hub, person, new Date().toISOString()),
  ]);
  const shown = modules.slice(0, modulesPerPage);
  if (number > 1 && shown.length === 0) return c.redirect('/', 303);
  const authors = await colleagues(
    hub,
    shown.map((module) => module.authorId),
  );
  return page(
    c,
    number > 1 ? `${words.whatColleaguesShow}, ${words.pageNumber(number)}` : words.start,
    <StartPage
      hub={hub}
      person={person}
      people={people.filter((one) => one.id !== person.id)}
      modules={shown}
      number={number}
      more={modules.length > modulesPerPage}
      authors={authors}
      drafts={drafts.filter(waitsForHer)}
      questions={questions}
      mentions={mentions}
      reminders={reminders}
    />,
    200,
    { learner: true },
  );
});
