import { Plus } from 'lucide-react';
import { v4 } from 'uuid';
import { emptyItem } from '../../../../../shared/model/quiz/blank.ts';
import type { OrderQuiz } from '../../../../../shared/model/quiz/model.ts';
import { Button } from '../../../../ui/button.tsx';
import { OrderedList } from '../../../../ui/ordered-list.tsx';
import { changePart, most, movePart, removePart } from './edit.ts';
import { PartRow } from './part-row.tsx';
import css from './quiz.module.css';

interface OrderProps {
  quiz: OrderQuiz;
  change(quiz: OrderQuiz): void;
}

/** Steps in their right order; learners see them shuffled. */
export function Order({ quiz, change }: OrderProps) {
  const { items } = quiz;
  const set = (next: OrderQuiz['items']) => change({ ...quiz, items: next });
  return (
    <>
      <p className={css.hint}>Write them in the right order. Your colleagues see them in another.</p>
      <OrderedList className={css.parts} aria-label="Steps in the right order">
        {items.map(({ id, text, feedback }, index) => (
          <PartRow
            key={id}
            name={`step ${index + 1}`}
            note={feedback}
            asks={['Said where it is misplaced', `What to say where step ${index + 1} is misplaced`]}
            onNote={(note) => set(changePart(items, id, { feedback: note }))}
            onRemove={items.length > 2 ? () => set(removePart(items, id)) : null}
            onMove={(by) => set(movePart(items, id, by))}
            lead={<span className={css.number}>{index + 1}</span>}
          >
            <input
              className={css.answer}
              value={text}
              maxLength={300}
              placeholder={`Step ${index + 1}`}
              aria-label={`Step ${index + 1}`}
              onChange={(event) => set(changePart(items, id, { text: event.target.value }))}
            />
          </PartRow>
        ))}
      </OrderedList>
      <Button variant="plain" icon={Plus} disabled={items.length >= most.items} onClick={() => set([...items, emptyItem(v4)])}>
        Add a step
      </Button>
    </>
  );
}
