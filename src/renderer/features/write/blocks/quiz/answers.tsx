import { Plus } from 'lucide-react';
import { useId } from 'react';
import { v4 } from 'uuid';
import { emptyOption } from '../../../../../shared/model/quiz/blank.ts';
import type { ChoiceQuiz } from '../../../../../shared/model/quiz/model.ts';
import { Button } from '../../../../ui/button.tsx';
import { changePart, most, removePart, setCorrect } from './edit.ts';
import { PartRow } from './part-row.tsx';
import css from './quiz.module.css';

interface AnswersProps {
  quiz: ChoiceQuiz;
  change(quiz: ChoiceQuiz): void;
}

/** Answers to choose from, which of them is right, and what to say to who chooses it. */
export function Answers({ quiz, change }: AnswersProps) {
  const name = useId();
  const { kind, options } = quiz;
  const set = (next: ChoiceQuiz['options']) => change({ ...quiz, options: next });
  return (
    <>
      <ul className={css.parts} aria-label="Answers; mark what is right">
        {options.map(({ id, text, correct, feedback }, index) => (
          <PartRow
            key={id}
            name={`answer ${index + 1}`}
            note={feedback}
            asks={['What to say when it is chosen', `What to say to who chooses answer ${index + 1}`]}
            onNote={(note) => set(changePart(options, id, { feedback: note }))}
            onRemove={options.length > 2 ? () => set(removePart(options, id)) : null}
            lead={
              <label className={css.right}>
                <input
                  type={kind === 'single' ? 'radio' : 'checkbox'}
                  name={name}
                  checked={correct}
                  aria-label={`Answer ${index + 1} is right`}
                  onChange={(event) => change(setCorrect(quiz, id, event.target.checked))}
                />
              </label>
            }
          >
            <input
              className={css.answer}
              value={text}
              maxLength={300}
              placeholder={`Answer ${index + 1}`}
              aria-label={`Answer ${index + 1}`}
              onChange={(event) => set(changePart(options, id, { text: event.target.value }))}
            />
          </PartRow>
        ))}
      </ul>
      <Button variant="plain" icon={Plus} disabled={options.length >= most.options} onClick={() => set([...options, emptyOption(v4)])}>
        Add an answer
      </Button>
    </>
  );
}
