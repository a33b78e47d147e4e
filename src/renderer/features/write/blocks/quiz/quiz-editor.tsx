import { isComplete } from '../../../../../shared/model/quiz/index.ts';
import type { Quiz } from '../../../../../shared/model/quiz/model.ts';
import { Field, TextArea } from '../../../../ui/field.tsx';
import { Answers } from './answers.tsx';
import { setKind } from './convert.ts';
import { Gaps } from './gaps.tsx';
import { Hotspot } from './hotspot.tsx';
import { More } from './more.tsx';
import { Order } from './order.tsx';
import { Pairs } from './pairs.tsx';
import css from './quiz.module.css';

/** Each kind by what a learner does, and what it is not finished without. */
const kinds: Record<Quiz['kind'], { does: string; needs: string }> = {
  single: { does: 'Choose one answer', needs: 'a question, two answers, and a mark at the right one' },
  multiple: { does: 'Choose several answers', needs: 'a question, two answers, and a mark at what is right' },
  order: { does: 'Bring steps into order', needs: 'a question, and at least two steps that differ' },
  match: { does: 'Find pairs', needs: 'a question, and at least two pairs whose sides differ' },
  fill: { does: 'Fill gaps in a text', needs: 'a question, and a text with a word in [brackets]' },
  hotspot: {
    does: 'Point at a place in a picture',
    needs: 'a question, a picture in words, and at least two named places, one right and one wrong',
  },
};

function Parts({ quiz, change }: { quiz: Quiz; change(quiz: Quiz): void }) {
  switch (quiz.kind) {
    case 'order':
      return <Order quiz={quiz} change={change} />;
    case 'match':
      return <Pairs quiz={quiz} change={change} />;
    case 'fill':
      return <Gaps quiz={quiz} change={change} />;
    case 'hotspot':
      return <Hotspot quiz={quiz} change={change} />;
    default:
      return <Answers quiz={quiz} change={change} />;
  }
}

interface QuizEditorProps {
  quiz: Quiz;
  change(quiz: Quiz): void;
  /** A question in a video is of any kind but a picture. */
  inVideo?: boolean;
}

/** A question of any kind: what is asked, in which way, its parts, and what is said around it. */
export function QuizEditor({ quiz, change, inVideo = false }: QuizEditorProps) {
  const offered = (Object.keys(kinds) as Quiz['kind'][]).filter((kind) => !inVideo || kind !== 'hotspot');
  return (
    <div className={css.quiz}>
      <TextArea
        label="What do you ask?"
        rows={1}
        maxLength={500}
        value={quiz.question}
        onChange={(event) => change({ ...quiz, question: event.target.value })}
      />
      <Field label="How it is answered">
        {(wiring) => (
          <select
            {...wiring}
            value={quiz.kind}
            onChange={({ target: { value } }) => {
              const kind = offered.find((one) => one === value);
              if (kind) change(setKind(quiz, kind));
            }}
          >
            {offered.map((kind) => (
              <option key={kind} value={kind}>
                {kinds[kind].does}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Parts quiz={quiz} change={change} />
      <More quiz={quiz} change={change} />
      {!isComplete(quiz) && <p className={css.incomplete}>Still needs {kinds[quiz.kind].needs}.</p>}
    </div>
  );
}
