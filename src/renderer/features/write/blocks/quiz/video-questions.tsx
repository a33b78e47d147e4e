import { CircleHelp, X } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { v4 } from 'uuid';
import { emptyQuiz } from '../../../../../shared/model/quiz/blank.ts';
import { isComplete } from '../../../../../shared/model/quiz/index.ts';
import { type MomentQuiz, maxVideoQuestions, type VideoQuestion } from '../../../../../shared/model/quiz/model.ts';
import { Button, IconButton } from '../../../../ui/button.tsx';
import { clock } from '../../../../ui/format.ts';
import { changePart, isRebuilt, removePart } from './edit.ts';
import css from './quiz.module.css';
import { QuizEditor } from './quiz-editor.tsx';

interface VideoQuestionsProps {
  video: RefObject<HTMLVideoElement | null>;
  questions: VideoQuestion[];
  duration: number;
  /** `rebuilt` where a question or a part of one came or went: more than typing, and undone by itself. */
  change(questions: VideoQuestion[] | undefined, rebuilt: boolean): void;
}

const byTime = (questions: readonly VideoQuestion[]): VideoQuestion[] => questions.toSorted((a, b) => a.at - b.at);
/** A tenth of a second is as exact as one stops a video. */
const tenth = (seconds: number): number => Math.round(seconds * 10) / 10;

interface RowProps {
  question: VideoQuestion;
  duration: number;
  open: boolean;
  onOpen(): void;
  onShow(): void;
  onRemove(): void;
  change(change: Partial<VideoQuestion>): void;
}

function QuestionRow({ question: { id, at, quiz }, duration, open, onOpen, onShow, onRemove, change }: RowProps) {
  const named = quiz.question || 'A question';
  return (
    <li className={css.moment}>
      <div className={css.momentBar}>
        <Button variant="plain" aria-label={`Go to ${clock(at)}, where “${named}” is asked`} onClick={onShow}>
          {clock(at)}
        </Button>
        <button type="button" className={css.momentName} aria-expanded={open} aria-controls={open ? id : undefined} onClick={onOpen}>
          {named}
        </button>
        {!isComplete(quiz) && <span className={css.incomplete}>not finished</span>}
        <IconButton label={`Remove the question at ${clock(at)}`} icon={X} onClick={onRemove} />
      </div>
      {open && (
        <div id={id} className={css.momentBody}>
          <label className={css.time}>
            Asked at second
            <input
              type="number"
              min={0}
              max={duration}
              step={0.1}
              value={at}
              onChange={({ target: { valueAsNumber: value } }) => {
                if (!Number.isNaN(value)) change({ at: Math.min(Math.max(0, tenth(value)), duration) });
              }}
            />
          </label>
          <QuizEditor inVideo quiz={quiz} change={(next) => next.kind !== 'hotspot' && change({ quiz: next })} />
        </div>
      )}
    </li>
  );
}

/** Questions that a video stops for, by their moments. */
export function VideoQuestions({ video, questions, duration, change }: VideoQuestionsProps) {
  const [open, setOpen] = useState<string | null>(null);
  const set = (next: VideoQuestion[]) => {
    const before = new Map(questions.map(({ id, quiz }) => [id, quiz]));
    const rebuilt = next.some(({ id, quiz }) => isRebuilt(before.get(id) ?? quiz, quiz));
    change(next.length > 0 ? byTime(next) : undefined, rebuilt || next.length !== questions.length);
  };
  const add = () => {
    const at = Math.min(tenth(video.current?.currentTime ?? 0), duration);
    const quiz = emptyQuiz('single', v4) as MomentQuiz;
    const id = v4();
    video.current?.pause();
    set([...questions, { id, at, quiz }]);
    setOpen(id);
  };
  return (
    <section className={css.moments} aria-label="Questions in this video">
      {questions.length > 0 && (
        <ul className={css.asked}>
          {byTime(questions).map((question) => (
            <QuestionRow
              key={question.id}
              question={question}
              duration={duration}
              open={open === question.id}
              onOpen={() => setOpen(open === question.id ? null : question.id)}
              onShow={() => {
                if (video.current) video.current.currentTime = question.at;
              }}
              onRemove={() => set(removePart(questions, question.id))}
              change={(part) => set(changePart(questions, question.id, part))}
            />
          ))}
        </ul>
      )}
      <Button icon={CircleHelp} disabled={questions.length >= maxVideoQuestions} onClick={add}>
        Ask a question where the video stands
      </Button>
    </section>
  );
}
