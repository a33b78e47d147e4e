import { RotateCcw, Undo2 } from 'lucide-react';
import { replaceStep } from '../../../shared/model/edit/clips.ts';
import type { EditList } from '../../../shared/model/edit/list.ts';
import { stepPlace } from '../../../shared/model/edit/step-again.ts';
import { stepsOf } from '../../../shared/model/health/stretches.ts';
import type { Redoes, Take } from '../../../shared/model/take.ts';
import { Button } from '../../ui/button.tsx';
import styles from './panels.module.css';
import { rangeWords } from './use-cutting.ts';

interface StepsAgainProps {
  take: Take;
  takes: ReadonlyMap<string, Take>;
  list: EditList;
  onRedo(step: Redoes): void;
  onSwap(list: EditList, label: string): void;
}

interface AgainProps extends Pick<StepsAgainProps, 'list' | 'takes' | 'onSwap'> {
  again: Take;
  redoes: Redoes;
}

const isSeen = (list: EditList, source: string): boolean => list.clips.some((clip) => clip.source === source);

/** A step that was recorded again, and which of its two recordings is seen. */
function Again({ again, redoes, takes, list, onSwap }: AgainProps) {
  const newIsSeen = isSeen(list, again.id);
  const whole: Redoes = { take: again.id, from: 0, to: again.duration };
  // Where a step was recorded a third time, that one may be seen now.
  const seen = newIsSeen ? whole : stepPlace(list, redoes, [...takes.values()]);
  const swap = () => {
    if (!seen) return;
    const come = newIsSeen ? redoes : whole;
    const clip = { id: crypto.randomUUID(), source: come.take, from: come.from, to: come.to };
    onSwap(replaceStep(list, seen.take, seen.from, seen.to, clip), newIsSeen ? 'put the old step back' : 'show the new step');
  };
  const which = newIsSeen
    ? 'the new one is seen'
    : seen
      ? `${seen.take === redoes.take ? 'the old one' : 'another one'} is seen`
      : 'it is cut out';
  return (
    <li className={styles.row}>
      <span>
        {rangeWords(redoes)} was recorded again; {which}.
      </span>
      {seen && (
        <Button icon={Undo2} onClick={swap}>
          {newIsSeen ? 'Put the old one back' : 'Show the new one'}
        </Button>
      )}
    </li>
  );
}

/** The steps of a take, each of which can be recorded once more without the rest of it. */
export function StepsAgain({ take, takes, list, onRedo, onSwap }: StepsAgainProps) {
  const again = [...takes.values()].flatMap((other) =>
    other.redoes?.take === take.id && other.state === 'ready' ? [{ again: other, redoes: other.redoes }] : [],
  );
  const steps = stepsOf(take.marks, take.duration);
  return (
    <section aria-label="Steps">
      <h2 className={styles.sum}>{steps.length > 1 ? 'Steps of this take' : 'No steps were marked; the whole take is one.'}</h2>
      <ul className={styles.list}>
        {again.map((one) => (
          <Again key={one.again.id} {...one} takes={takes} list={list} onSwap={onSwap} />
        ))}
        {steps.map((step, index) => (
          <li key={step.from} className={styles.row}>
            <span>
              {index + 1}. {rangeWords(step)}
            </span>
            <Button icon={RotateCcw} onClick={() => onRedo({ take: take.id, ...step })} aria-label={`Record step ${index + 1} again`}>
              Record again
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
