/** @jsxImportSource hono/jsx */
import { MessageCircleQuestion, Play } from 'lucide';
import { modulePath } from '../addresses.ts';
import type { AskedQuestion } from '../relations/asks.ts';
import { Icon } from './icon.tsx';
import { Ago } from './time.tsx';

interface AskFormProps {
  /** Path that takes the question. */
  action: string;
  /** First name or name of who is asked. */
  name: string;
  /** What the reader asked here before. */
  asked: AskedQuestion[];
}

export const Answer = ({ question }: { question: Pick<AskedQuestion, 'answer'> & { name: string } }) =>
  question.answer ? (
    <div class="answer">
      <p class="small soft">
        {question.name} answered <Ago at={question.answer.createdAt} />
      </p>
      <p class="words">{question.answer.text}</p>
      {question.answer.module && (
        <p>
          <a class="answer-module" href={modulePath(question.answer.module.id)}>
            <Icon node={Play} /> {question.answer.module.title}
          </a>
        </p>
      )}
    </div>
  ) : (
    <p class="small soft">Waits for an answer from {question.name}.</p>
  );

/** The field for the question, for links that lead to it. */
export const askField = 'ask-text';

/** One line to ask a person, and what was asked here before. */
export const AskForm = ({ action, name, asked }: AskFormProps) => (
  <section id="ask" class="form">
    {asked.map((question) => (
      <div class="form asked">
        <p class="words">
          <b class="small soft">You asked</b> <br />
          {question.text}
        </p>
        <Answer question={{ answer: question.answer, name }} />
      </div>
    ))}
    <form method="post" action={action} class="form" data-swap="ask">
      <div class="field">
        <label for={askField}>{asked.length > 0 ? `Ask ${name} something else` : `Ask ${name}`}</label>
        <textarea id={askField} name="text" rows={2} required maxlength={2000} aria-describedby="ask-hint" />
        <small id="ask-hint">Your name goes with it. The answer appears under Your questions.</small>
      </div>
      <div>
        <button type="submit">
          <Icon node={MessageCircleQuestion} /> Ask
        </button>
      </div>
    </form>
  </section>
);
