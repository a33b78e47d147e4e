/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { personOf } from '../../accounts/require.ts';
import type { HubEnv } from '../../hub-env.ts';
import { publishedModules } from '../../library/published.ts';
import { colleagues, peopleWhoHelp } from '../../people/colleagues.ts';
import { questionsWaiting } from '../../relations/asks.ts';
import { reviewQueue } from '../../reviews/queue.ts';
import { page } from '../layout.tsx';
import { StartPage } from './start-page.tsx';

const shownPeople = 12;
const shownModules = 48;

export const start = new Hono<HubEnv>().get('/', async (c) => {
  const { hub } = c.var;
  const person = personOf(c);
  const [people, modules, drafts, questions] = await Promise.all([
    peopleWhoHelp(hub, shownPeople),
    publishedModules(hub, { limit: shownModules }),
    person.roles.includes('reviewer') ? reviewQueue(hub, person) : [],
    questionsWaiting(hub, person.id),
  ]);
  const authors = await colleagues(
    hub,
    modules.map((module) => module.authorId),
  );
  return page(
    c,
    'Start',
    <StartPage
      hub={hub}
      person={person}
      people={people.filter((one) => one.id !== person.id)}
      modules={modules}
      authors={authors}
      drafts={drafts.length}
      questions={questions}
    />,
  );
});
