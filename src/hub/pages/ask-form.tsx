/** @jsxImportSource hono/jsx */
import { MessageCircleQuestion, Play } from 'lucide';
import { useSpeech } from '../language/speech.ts';
import type { Colleague } from '../people/colleagues.ts';
import type { AskedQuestion } from '../relations/asks.ts';
import { Icon } from './icon.tsx';
import { ModuleLink } from './module-link.tsx';
import { Ago } from './time.tsx';

interface AskFormProps {
  /** Path that takes the question. */
  action: string;
  /** Who is asked. */
  person: Pick<Colleague, 'name' | 'gone'>;
  /** What the reader asked here before. */
  asked: AskedQuestion[];
}

export const Answer = ({ question }: { question: Pick<AskedQuestion, 'answer'> & { name: string; own?: boolean } }) => {
  const { words } = useSpeech();
  return question.answer ? (
    <div class="answer">
      <p class="small soft">
        {question.own ? words.youAnswered : words.answered(question.name)} <Ago at={question.answer.createdAt} />
      </p>
      <p class="words">{question.answer.text}</p>
      {question.answer.module && (
        <p>
          <ModuleLink module={question.answer.module}>
            <Icon node={Play} />{' '}
          </ModuleLink>
        </p>
      )}
    </div>
  ) : (
    <p class="small soft">{words.waits(question.name)}</p>
  );
};

/** The field for the question, for links that lead to it. */
export const askField = 'ask-text';

/** One line to ask a person, where she is still here, and what was asked here before. */
export const AskForm = ({ action, person: { name, gone }, asked }: AskFormProps) => {
  const { words } = useSpeech();
  return (
    <section id="ask" class="form">
      {asked.map((question) => (
        <div class="form asked">
          <p class="words">
            <b class="small soft">{words.youAsked}</b> <br />
            {question.text}
          </p>
          <Answer question={{ answer: question.answer, name }} />
        </div>
      ))}
      {gone ? (
        <p id={askField} class="soft">
          {words.gone(name)}
        </p>
      ) : (
        <form method="post" action={action} class="form" data-swap="ask" data-draft>
          <div class="field">
            <label for={askField}>{asked.length > 0 ? words.askMore(name) : words.ask(name)}</label>
            <textarea id={askField} name="text" rows={2} required maxlength={2000} aria-describedby="ask-hint" />
            <small id="ask-hint">{words.nameGoes}</small>
          </div>
          <div>
            <button type="submit">
              <Icon node={MessageCircleQuestion} /> {words.askButton}
            </button>
          </div>
        </form>
      )}
    </section>
  );
};
