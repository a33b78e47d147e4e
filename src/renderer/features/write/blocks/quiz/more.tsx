import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Quiz } from '../../../../../shared/model/quiz/model.ts';
import { Button, IconButton } from '../../../../ui/button.tsx';
import { TextArea } from '../../../../ui/field.tsx';
import { OrderedList } from '../../../../ui/ordered-list.tsx';
import { most, setFeedback, setHints } from './edit.ts';
import css from './quiz.module.css';

interface MoreProps {
  quiz: Quiz;
  change(quiz: Quiz): void;
}

function Hints({ quiz, change }: MoreProps) {
  const hints = quiz.hints ?? [];
  const set = (next: string[]) => change(setHints(quiz, next));
  return (
    <>
      {hints.length > 0 && (
        <OrderedList className={css.parts} aria-label="Hints, shown one after the other">
          {hints.map((hint, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a hint is nothing but its place and its words
            <li key={index} className={css.part}>
              <span className={css.number}>{index + 1}</span>
              <div className={css.partFields}>
                <input
                  className={css.answer}
                  value={hint}
                  maxLength={300}
                  placeholder="A hint, not the answer"
                  aria-label={`Hint ${index + 1}`}
                  onChange={(event) => set(hints.with(index, event.target.value))}
                />
              </div>
              <IconButton label={`Remove hint ${index + 1}`} icon={X} onClick={() => set(hints.toSpliced(index, 1))} />
            </li>
          ))}
        </OrderedList>
      )}
      <Button variant="plain" icon={Plus} disabled={hints.length >= most.hints} onClick={() => set([...hints, ''])}>
        Add a hint
      </Button>
    </>
  );
}

/** What can be said around a question: hints before, a word after, and why. */
export function More({ quiz, change }: MoreProps) {
  // Not by what stands in it: its last letter may be deleted, and the field must stay where it is.
  const [isOpen] = useState(quiz.hints !== undefined || quiz.feedback !== undefined);
  return (
    <>
      <TextArea
        label="Why it is right"
        hint="Shown after the right answer."
        rows={2}
        maxLength={1000}
        value={quiz.explanation}
        onChange={(event) => change({ ...quiz, explanation: event.target.value })}
      />
      <details className={css.more} open={isOpen}>
        <summary>Hints, and a word for right and wrong</summary>
        <div className={css.quiz}>
          <Hints quiz={quiz} change={change} />
          {(['right', 'wrong'] as const).map((which) => (
            <TextArea
              key={which}
              label={which === 'right' ? 'What to say when all of it is right' : 'What to say when it is not'}
              rows={1}
              maxLength={500}
              value={quiz.feedback?.[which] ?? ''}
              onChange={(event) => change(setFeedback(quiz, { [which]: event.target.value }))}
            />
          ))}
        </div>
      </details>
    </>
  );
}
