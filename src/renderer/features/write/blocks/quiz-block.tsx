import type { NodeViewProps } from '@tiptap/react';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { isComplete } from '../../../../shared/model/quiz/index.ts';
import type { ChoiceQuiz, Quiz, QuizOption } from '../../../../shared/model/quiz/model.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { BlockFrame } from './block-frame.tsx';
import css from './blocks.module.css';
import { addOption, changeOption, maxOptions, removeOption, setCorrect, setKind } from './quiz-edit.ts';

interface OptionProps {
  option: QuizOption;
  quiz: ChoiceQuiz;
  number: number;
  name: string;
  change(quiz: ChoiceQuiz): void;
}

function OptionRow({ option, quiz, number, name, change }: OptionProps) {
  return (
    <li className={css.option}>
      <label className={css.right}>
        <input
          type={quiz.kind === 'single' ? 'radio' : 'checkbox'}
          name={name}
          checked={option.correct}
          aria-label={`Answer ${number} is right`}
          onChange={(event) => change(setCorrect(quiz, option.id, event.target.checked))}
        />
      </label>
      <input
        className={css.answer}
        value={option.text}
        maxLength={300}
        placeholder={`Answer ${number}`}
        aria-label={`Answer ${number}`}
        onChange={(event) => change(changeOption(quiz, option.id, { text: event.target.value }))}
      />
      <input
        className={css.note}
        value={option.feedback}
        maxLength={500}
        placeholder="What to say to who chooses it"
        aria-label={`What to say to who chooses answer ${number}`}
        onChange={(event) => change(changeOption(quiz, option.id, { feedback: event.target.value }))}
      />
      <IconButton
        label={`Remove answer ${number}`}
        icon={X}
        disabled={quiz.options.length <= 2}
        onClick={() => change(removeOption(quiz, option.id))}
      />
    </li>
  );
}

function Answers({ quiz, change }: Pick<OptionProps, 'quiz' | 'change'>) {
  const name = useId();
  return (
    <>
      <fieldset className={css.kinds}>
        <legend className="visually-hidden">How many answers are right</legend>
        {(['single', 'multiple'] as const).map((kind) => (
          <label key={kind} className={css.check}>
            <input type="radio" name={`${name}-kind`} checked={quiz.kind === kind} onChange={() => change(setKind(quiz, kind))} />
            {kind === 'single' ? 'One answer is right' : 'Several may be right'}
          </label>
        ))}
      </fieldset>
      <ul className={css.options} aria-label="Answers; mark what is right">
        {quiz.options.map((option, index) => (
          <OptionRow key={option.id} {...{ option, quiz, change }} number={index + 1} name={`${name}-right`} />
        ))}
      </ul>
      <Button variant="plain" icon={Plus} disabled={quiz.options.length >= maxOptions} onClick={() => change(addOption(quiz))}>
        Add an answer
      </Button>
    </>
  );
}

/** A question, edited where it stands: what is asked, the answers, which is right, and what to say about each. */
export function QuizBlock(props: NodeViewProps) {
  const quiz: Quiz = props.node.attrs.quiz;
  const change = (next: Quiz) => props.updateAttributes({ quiz: next });
  return (
    <BlockFrame {...props} name="Question">
      <div className={css.quiz}>
        <TextArea
          label="What do you ask?"
          rows={1}
          maxLength={500}
          value={quiz.question}
          onChange={(event) => change({ ...quiz, question: event.target.value })}
        />
        {(quiz.kind === 'single' || quiz.kind === 'multiple') && <Answers {...{ quiz, change }} />}
        <TextArea
          label="Why it is right"
          hint="Shown after the right answer."
          rows={2}
          maxLength={1000}
          value={quiz.explanation}
          onChange={(event) => change({ ...quiz, explanation: event.target.value })}
        />
        {!isComplete(quiz) && <p className={css.incomplete}>Still needs a question, two answers, and a mark at what is right.</p>}
      </div>
    </BlockFrame>
  );
}
