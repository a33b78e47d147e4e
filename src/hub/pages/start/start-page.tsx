/** @jsxImportSource hono/jsx */
import { asksPath, queuePath, reviewPath } from '../../addresses.ts';
import type { Hub, Person } from '../../hub-env.ts';
import type { PublishedModule } from '../../library/published.ts';
import type { Colleague } from '../../people/colleagues.ts';
import type { UnseenMention } from '../../reviews/comments/mentioned.ts';
import type { WaitingDraft } from '../../reviews/queue.ts';
import { Byline, Chips } from '../face.tsx';
import { ModuleCard } from '../module-card.tsx';

/** Topics a card has room for; the rest stands on her page. */
const few = 4;

const PersonCard = ({ person }: { person: Colleague }) => (
  <li class="person-card">
    <Byline person={person} size="large-face" />
    {person.askMeAbout.length > 0 ? (
      <Chips label="Ask me about" words={person.askMeAbout.slice(0, few)} />
    ) : (
      <Chips label="Good at" words={person.goodAt.slice(0, few)} />
    )}
  </li>
);

const late = (drafts: readonly WaitingDraft[]): number => drafts.filter(({ overdue }) => overdue).length;

/** What a reviewer or an author is waited for with; nothing for anyone else. */
const Waiting = ({ drafts, questions, mentions }: Pick<StartProps, 'drafts' | 'questions' | 'mentions'>) =>
  drafts.length + questions + mentions.length === 0 ? null : (
    <ul class="plain-list waiting">
      {drafts.length > 0 && (
        <li class="notice attention">
          <a href={queuePath}>
            Waiting for you: {drafts.length === 1 ? '1 module' : `${drafts.length} modules`} to look at
            {late(drafts) > 0 && `, ${late(drafts)} overdue`}
          </a>
        </li>
      )}
      {mentions.map(({ moduleId, title, count }) => (
        <li class="notice attention">
          <a href={reviewPath(moduleId)}>
            You are spoken to in the review of {title}
            {count > 1 && ` (${count} times)`}
          </a>
        </li>
      ))}
      {questions > 0 && (
        <li class="notice attention">
          <a href={asksPath}>{questions === 1 ? 'A colleague has a question for you' : `${questions} questions wait for your answer`}</a>
        </li>
      )}
    </ul>
  );

const Empty = ({ hub, person }: { hub: Pick<Hub, 'url'>; person: Person }) => (
  <section class="section">
    <h2>Nobody has shown anything yet. This is how it begins:</h2>
    <ol class="steps empty-steps">
      <li>
        <h3>Someone records how she does it</h3>
        <p class="soft">Screen, camera and voice, in the Showhow studio on her own computer. A few minutes are enough.</p>
      </li>
      <li>
        <h3>A colleague looks at it</h3>
        <p class="soft">She comments on what is unclear, and approves it when it helps.</p>
      </li>
      <li>
        <h3>It appears here, with her face and name</h3>
        <p class="soft">Everyone can watch it, try the questions, ask her, and thank her.</p>
      </li>
    </ol>
    {person.roles.includes('author') && (
      <p class="notice empty-hint">
        To begin, open your studio and connect it under Publish with this address: <b class="address">{hub.url}</b>
      </p>
    )}
  </section>
);

interface StartProps {
  hub: Pick<Hub, 'url'>;
  person: Person;
  people: Colleague[];
  modules: PublishedModule[];
  /** Which page of the modules this is, from 1, and whether another follows. */
  number: number;
  more: boolean;
  authors: ReadonlyMap<string, Colleague>;
  drafts: WaitingDraft[];
  questions: number;
  mentions: UnseenMention[];
}

const Paging = ({ number, more }: { number: number; more: boolean }) =>
  number === 1 && !more ? null : (
    <nav class="paging" aria-label="More modules">
      {number > 1 && (
        <a class="button" href={number === 2 ? '/' : `/?page=${number - 1}`} rel="prev">
          Back to newer ones
        </a>
      )}
      {more && (
        <a class="button" href={`/?page=${number + 1}`} rel="next">
          Show more
        </a>
      )}
    </nav>
  );

const Modules = ({ modules, authors, number, more }: Pick<StartProps, 'modules' | 'authors' | 'number' | 'more'>) => (
  <>
    <ul class="modules">
      {modules.map((module) => (
        <ModuleCard module={module} author={authors.get(module.authorId)} />
      ))}
    </ul>
    <Paging number={number} more={more} />
  </>
);

/** What colleagues showed earlier: nothing but that. */
const LaterPage = (props: StartProps) => (
  <>
    <div class="page-head">
      <h1>What colleagues show</h1>
      <p class="soft">Page {props.number}</p>
    </div>
    <Modules {...props} />
  </>
);

const FirstPage = ({ hub, person, people, modules, number, more, authors, drafts, questions, mentions }: StartProps) => (
  <>
    <div class="page-head">
      <h1>Hello, {person.name}</h1>
      {modules.length > 0 && <p class="soft">Watch how a colleague does it, and ask her.</p>}
    </div>
    <Waiting drafts={drafts} questions={questions} mentions={mentions} />
    {modules.length === 0 && <Empty hub={hub} person={person} />}
    {people.length > 0 && (
      <section class="section" aria-labelledby="people-title">
        <div class="section-head">
          <h2 id="people-title">People who can help</h2>
        </div>
        <ul class="people">
          {people.map((one) => (
            <PersonCard person={one} />
          ))}
        </ul>
      </section>
    )}
    {modules.length > 0 && (
      <section class="section" aria-labelledby="modules-title">
        <div class="section-head">
          <h2 id="modules-title">What colleagues show</h2>
        </div>
        <Modules modules={modules} authors={authors} number={number} more={more} />
      </section>
    )}
  </>
);

export const StartPage = (props: StartProps) => (props.number > 1 ? <LaterPage {...props} /> : <FirstPage {...props} />);
