/** @jsxImportSource hono/jsx */
import { asksPath } from '../../addresses.ts';
import { useSpeech } from '../../language/speech.ts';
import { formerColleague } from '../../people/colleagues.ts';
import type { AskedQuestion, PutQuestion, Question } from '../../relations/asks.ts';
import { Answer } from '../ask-form.tsx';
import { Byline, Face } from '../face.tsx';
import { ModuleLink } from '../module-link.tsx';
import { Ago } from '../time.tsx';

const About = ({ question: { about, createdAt } }: { question: Question }) => {
  const { words } = useSpeech();
  return (
    <p class="small soft">
      <Ago at={createdAt} />
      {about && (
        <>
          {` ${words.about} `}
          <ModuleLink module={about} />
        </>
      )}
    </p>
  );
};

const OfYou = ({ question }: { question: PutQuestion }) => {
  const { words } = useSpeech();
  const from = question.from ?? { name: formerColleague, photo: null };
  return (
    <li class="question" id={`ask-${question.id}`}>
      <div class="byline">
        <Face person={from} />
        <div>
          <h3 class="byline-name">{from.name}</h3>
          <About question={question} />
        </div>
      </div>
      <p class="words">{question.text}</p>
      {question.answer ? (
        <Answer question={{ answer: question.answer, name: from.name, own: true }} />
      ) : (
        <form
          method="post"
          action={`${asksPath}/${question.id}/answer`}
          class="form answer-form"
          data-swap={`ask-${question.id}`}
          data-draft
        >
          <div class="field">
            <label for={`answer-${question.id}`}>{words.yourAnswerTo(from.name)}</label>
            <textarea id={`answer-${question.id}`} name="text" rows={2} required maxlength={2000} />
          </div>
          <div>
            <button type="submit">{words.answer}</button>
          </div>
        </form>
      )}
    </li>
  );
};

const ByYou = ({ question }: { question: AskedQuestion }) => (
  <li class="question">
    <Byline person={question.to} />
    <div>
      <p class="words">{question.text}</p>
      <About question={question} />
    </div>
    <Answer question={{ answer: question.answer, name: question.to.name }} />
  </li>
);

export const AsksPage = ({ toYou, byYou }: { toYou: PutQuestion[]; byYou: AskedQuestion[] }) => {
  const { words } = useSpeech();
  return (
    <>
      <div class="page-head">
        <h1>{words.yourQuestions}</h1>
      </div>
      {toYou.length > 0 && (
        <section aria-labelledby="to-you">
          <h2 id="to-you">{words.askedOfYou}</h2>
          <ul class="plain-list">
            {toYou.map((question) => (
              <OfYou question={question} />
            ))}
          </ul>
        </section>
      )}
      <section class={toYou.length > 0 ? 'section' : ''} aria-labelledby="by-you">
        {toYou.length > 0 && <h2 id="by-you">{words.whatYouAsked}</h2>}
        {byYou.length === 0 ? (
          <p class="soft measure">
            {toYou.length === 0 && <span id="by-you">{words.nothingAsked} </span>}
            {words.whereToAsk} <a href="/">{words.findSomeone}</a>
          </p>
        ) : (
          <ul class="plain-list">
            {byYou.map((question) => (
              <ByYou question={question} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
};
