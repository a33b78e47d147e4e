/** @jsxImportSource hono/jsx */
import { listed } from '../../../player/render/markup.ts';
import type { Reminder } from '../../../shared/model/review/reminder.ts';
import { asksPath, peoplePath, queuePath, reviewPath } from '../../addresses.ts';
import type { Hub, Person } from '../../hub-env.ts';
import { useSpeech } from '../../language/speech.ts';
import type { PublishedModule } from '../../library/published.ts';
import type { Colleague } from '../../people/colleagues.ts';
import type { UnseenMention } from '../../reviews/comments/mentioned.ts';
import type { WaitingDraft } from '../../reviews/queue.ts';
import { Byline, Chips } from '../face.tsx';
import { ModuleCard } from '../module-card.tsx';
import { Reminders } from '../reminders.tsx';

/** Topics a card has room for; the rest stands on her page. */
const few = 4;

const PersonCard = ({ person }: { person: Colleague }) => {
  const { words } = useSpeech();
  return (
    <li class="person-card">
      <Byline person={person} size="large-face" />
      {person.askMeAbout.length > 0 ? (
        <Chips label={words.askMeAbout} words={person.askMeAbout.slice(0, few)} />
      ) : (
        <Chips label={words.goodAt} words={person.goodAt.slice(0, few)} />
      )}
    </li>
  );
};

const late = (drafts: readonly WaitingDraft[]): number => drafts.filter(({ overdue }) => overdue).length;

/** What a reviewer or an author is waited for with; nothing for anyone else. */
const Waiting = ({ drafts, questions, mentions }: Pick<StartProps, 'drafts' | 'questions' | 'mentions'>) => {
  const { words } = useSpeech();
  return drafts.length + questions + mentions.length === 0 ? null : (
    <ul class="plain-list waiting">
      {drafts.length > 0 && (
        <li class="notice attention">
          <a href={queuePath}>
            {words.toLookAt(drafts.length)}
            {late(drafts) > 0 && `, ${words.overdue(late(drafts))}`}
          </a>
        </li>
      )}
      {mentions.map(({ moduleId, title, count }) => (
        <li class="notice attention">
          <a href={reviewPath(moduleId)}>
            {words.spokenTo(title)}
            {count > 1 && ` (${words.times(count)})`}
          </a>
        </li>
      ))}
      {questions > 0 && (
        <li class="notice attention">
          <a href={asksPath}>{words.waitingQuestions(questions)}</a>
        </li>
      )}
    </ul>
  );
};

const Empty = ({ hub, person }: { hub: Pick<Hub, 'url'>; person: Person }) => {
  const { words } = useSpeech();
  return (
    <section class="section">
      <h2>{words.nobodyYet}</h2>
      <ol class="steps empty-steps" {...listed}>
        <li>
          <h3>{words.stepRecord}</h3>
          <p class="soft">{words.stepRecordWords}</p>
        </li>
        <li>
          <h3>{words.stepReview}</h3>
          <p class="soft">{words.stepReviewWords}</p>
        </li>
        <li>
          <h3>{words.stepAppear}</h3>
          <p class="soft">{words.stepAppearWords}</p>
        </li>
      </ol>
      {person.roles.includes('author') && (
        <p class="notice empty-hint">
          {words.toBegin} <b class="address">{hub.url}</b>
        </p>
      )}
      {person.roles.includes('admin') && (
        <p class="notice">
          <a href={peoplePath}>{words.toInvite}</a>
        </p>
      )}
    </section>
  );
};

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
  reminders: Reminder[];
}

const Paging = ({ number, more }: { number: number; more: boolean }) => {
  const { words } = useSpeech();
  return number === 1 && !more ? null : (
    <nav class="paging" aria-label={words.moreModules}>
      {number > 1 && (
        <a class="button" href={number === 2 ? '/' : `/?page=${number - 1}`} rel="prev">
          {words.newer}
        </a>
      )}
      {more && (
        <a class="button" href={`/?page=${number + 1}`} rel="next">
          {words.showMore}
        </a>
      )}
    </nav>
  );
};

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
const LaterPage = (props: StartProps) => {
  const { words } = useSpeech();
  return (
    <>
      <div class="page-head">
        <h1>{words.whatColleaguesShow}</h1>
        <p class="soft">{words.pageNumber(props.number)}</p>
      </div>
      <Modules {...props} />
    </>
  );
};

const FirstPage = ({ hub, person, people, modules, number, more, authors, drafts, questions, mentions, reminders }: StartProps) => {
  const { words } = useSpeech();
  return (
    <>
      <div class="page-head">
        <h1>{words.hello(person.name)}</h1>
        {modules.length > 0 && <p class="soft">{words.watchAndAsk}</p>}
      </div>
      <Reminders reminders={reminders} />
      <Waiting drafts={drafts} questions={questions} mentions={mentions} />
      {modules.length === 0 && <Empty hub={hub} person={person} />}
      {people.length > 0 && (
        <section class="section" aria-labelledby="people-title">
          <div class="section-head">
            <h2 id="people-title">{words.peopleWhoHelp}</h2>
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
            <h2 id="modules-title">{words.whatColleaguesShow}</h2>
          </div>
          <Modules modules={modules} authors={authors} number={number} more={more} />
        </section>
      )}
    </>
  );
};

export const StartPage = (props: StartProps) => (props.number > 1 ? <LaterPage {...props} /> : <FirstPage {...props} />);
