import { SquareDashed } from 'lucide-react';
import { useId, useRef } from 'react';
import { gapsOf } from '../../../../../shared/model/quiz/kinds/fill.ts';
import type { FillQuiz, Gap, Ignores } from '../../../../../shared/model/quiz/model.ts';
import { Button } from '../../../../ui/button.tsx';
import { most, partsFrom, typedFrom } from './edit.ts';
import css from './quiz.module.css';

interface GapsProps {
  quiz: FillQuiz;
  change(quiz: FillQuiz): void;
}

const tolerance: Record<keyof Ignores, string> = {
  case: 'Capitals do not matter',
  spaces: 'Spaces do not matter',
  diacritics: 'Accents do not matter (é is e)',
};

function GapRow({ gap, number, change }: { gap: Gap; number: number; change(gap: Gap): void }) {
  const [first = '', ...others] = gap.accepts;
  return (
    <li className={css.gap}>
      <strong>{first || 'An empty gap'}</strong>
      <div className={css.partFields}>
        <textarea
          className={css.answer}
          rows={1}
          value={others.join('\n')}
          placeholder="Also right, one a line"
          aria-label={`Also right in gap ${number}, one a line`}
          onChange={({ target: { value } }) => {
            const lines = value === '' ? [] : value.split('\n').map((line) => line.slice(0, 100));
            change({ ...gap, accepts: [first, ...lines].slice(0, most.accepts) });
          }}
        />
        <input
          className={css.note}
          value={gap.feedback}
          maxLength={500}
          placeholder="What to say where it is mistaken"
          aria-label={`What to say where gap ${number} is mistaken`}
          onChange={(event) => change({ ...gap, feedback: event.target.value })}
        />
      </div>
    </li>
  );
}

/** A text in which words are missing: what stands in square brackets is a gap. */
export function Gaps({ quiz, change }: GapsProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const typed = typedFrom(quiz.parts);
  const gaps = gapsOf(quiz);
  const type = (text: string) => change({ ...quiz, parts: partsFrom(text, quiz.parts) });
  const makeGap = () => {
    const { current } = area;
    if (!current) return;
    const { selectionStart: from, selectionEnd: to } = current;
    type(`${typed.slice(0, from)}[${typed.slice(from, to)}]${typed.slice(to)}`);
    current.focus();
  };
  return (
    <>
      <div className={css.field}>
        <label htmlFor={id}>The text, each gap in [brackets]</label>
        <textarea
          id={id}
          ref={area}
          className={css.answer}
          rows={2}
          maxLength={2000}
          placeholder="Before the blade is changed, pull the [plug]."
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
      </div>
      <Button icon={SquareDashed} disabled={gaps.length >= most.gaps} onClick={makeGap}>
        Make a gap of what is selected
      </Button>
      {gaps.length > 0 && (
        <ul className={css.parts} aria-label="Gaps">
          {gaps.map((gap, index) => (
            <GapRow
              key={gap.id}
              gap={gap}
              number={index + 1}
              change={(next) => change({ ...quiz, parts: quiz.parts.map((part) => (part === gap ? next : part)) })}
            />
          ))}
        </ul>
      )}
      <fieldset className={css.tolerance}>
        <legend className="visually-hidden">What is accepted</legend>
        {(Object.keys(tolerance) as (keyof Ignores)[]).map((what) => (
          <label key={what}>
            <input
              type="checkbox"
              checked={quiz.ignores[what]}
              onChange={(event) => change({ ...quiz, ignores: { ...quiz.ignores, [what]: event.target.checked } })}
            />
            {tolerance[what]}
          </label>
        ))}
      </fieldset>
    </>
  );
}
