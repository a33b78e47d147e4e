import { Plus } from 'lucide-react';
import { v4 } from 'uuid';
import { emptyPair } from '../../../../../shared/model/quiz/blank.ts';
import type { MatchQuiz } from '../../../../../shared/model/quiz/model.ts';
import { Button } from '../../../../ui/button.tsx';
import { changePart, most, removePart } from './edit.ts';
import { PartRow } from './part-row.tsx';
import css from './quiz.module.css';

interface PairsProps {
  quiz: MatchQuiz;
  change(quiz: MatchQuiz): void;
}

const sides = { left: 'This', right: 'belongs to this' } as const;

/** What belongs together, side by side; learners see the right side shuffled. */
export function Pairs({ quiz, change }: PairsProps) {
  const { pairs } = quiz;
  const set = (next: MatchQuiz['pairs']) => change({ ...quiz, pairs: next });
  return (
    <>
      <ul className={css.parts} aria-label="Pairs">
        {pairs.map((pair, index) => (
          <PartRow
            key={pair.id}
            name={`pair ${index + 1}`}
            note={pair.feedback}
            asks={['What to say where it is mistaken', `What to say where pair ${index + 1} is mistaken`]}
            onNote={(note) => set(changePart(pairs, pair.id, { feedback: note }))}
            onRemove={pairs.length > 2 ? () => set(removePart(pairs, pair.id)) : null}
          >
            <div className={css.sides}>
              {(['left', 'right'] as const).map((side) => (
                <input
                  key={side}
                  className={css.answer}
                  value={pair[side]}
                  maxLength={200}
                  placeholder={sides[side]}
                  aria-label={`Pair ${index + 1}: ${sides[side].toLowerCase()}`}
                  onChange={(event) =>
                    set(changePart(pairs, pair.id, side === 'left' ? { left: event.target.value } : { right: event.target.value }))
                  }
                />
              ))}
            </div>
          </PartRow>
        ))}
      </ul>
      <Button variant="plain" icon={Plus} disabled={pairs.length >= most.pairs} onClick={() => set([...pairs, emptyPair(v4)])}>
        Add a pair
      </Button>
    </>
  );
}
