/** @jsxImportSource hono/jsx */
import type { Ask } from '../../../shared/contract/relations.ts';
import { asksPath, modulePath } from '../../addresses.ts';
import { useSpeech } from '../../language/speech.ts';
import type { AskedQuestion } from '../../relations/asks.ts';
import { Answer } from '../ask-form.tsx';
import { Byline, Face } from '../face.tsx';
import { Ago } from '../time.tsx';

const About = ({ moduleId, title, at }: { moduleId: string | null; title: string | null; at: string }) => {
  const { words } = useSpeech();
  return (
    <p class="small soft">
      <Ago at={at} />
      {moduleId && title && (
        <>
          {` ${words.about} `}
          <a href={modulePath(moduleId)}>{title}</a>
        </>
      )}
    </p>
  );
};

/** The file of a photo whose address was made for studios. */
const photoName = (address: string | null): string | null => address?.split('/').at(-1) ?? null;

const OfYou = ({ question }: { question: Ask }) => {
  const { words } = useSpeech();
  return (
    <li class="question" id={`ask-${question.id}`}>
      <div class="byline">
        <Face person={{ name: question.from.name, photo: photoName(question.from.photo) }} />
        <div>
          <h3 class="byline-name">{question.from.name}</h3>
          <About moduleId={question.moduleId} title={question.moduleTitle} at={question.createdAt} />
        </div>
      </div>
      <p class="words">{question.text}</p>
      {question.answer ? (
        <Answer question={{ answer: question.answer, name: question.from.name, own: true }} />
      ) : (
        <form method="post" action={`${asksPath}/${question.id}/answer`} class="form answer-form" data-swap={`ask-${question.id}`}>
          <div class="field">
            <label for={`answer-${question.id}`}>{words.yourAnswerTo(question.from.name)}</label>
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
      <About moduleId={question.moduleId} title={question.moduleTitle} at={question.createdAt} />
    </div>
    <Answer question={{ answer: question.answer, name: question.to.name }} />
  </li>
);

export const AsksPage = ({ toYou, byYou }: { toYou: Ask[]; byYou: AskedQuestion[] }) => {
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
