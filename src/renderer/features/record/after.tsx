import { useEffect } from 'react';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Ready } from './ready.tsx';
import css from './record.module.css';
import type { RedoneStep } from './redo.ts';
import type { Over } from './state.ts';
import { lateStepSentences, stopStepBound, stopStepWords } from './stop-steps.ts';
import type { Recorder } from './use-recording.ts';
import { endSentence } from './words.ts';

interface PreparingProps {
  state: Extract<Over, { name: 'preparing' }>;
  recorder: Recorder;
  redone: RedoneStep | null;
}

function Preparing({ state, recorder, redone }: PreparingProps) {
  const { job, error } = useJob(state.job, ({ state: end }) => recorder.prepared(end === 'done'));
  const isOpen = state.outcome === 'open';
  // A long take needs longer than a step of stopping may take, and nobody has to wait for it.
  const { late } = recorder;
  const isLate = state.late.includes('prepare');
  useEffect(() => {
    if (isLate || !isOpen) return;
    const timer = setTimeout(late, stopStepBound);
    return () => clearTimeout(timer);
  }, [isLate, isOpen, late]);
  const again = <Button onClick={recorder.again}>Record again</Button>;
  if (error) return <FaultNotice error={error} action={again} />;
  if (state.outcome === 'failed') return <FaultNotice error={job?.fault ?? new Error('cancelled')} action={again} />;
  if (state.outcome === 'ready') return <Ready take={state.take} redone={redone} onAgain={recorder.again} />;
  return <Progress label={stopStepWords.prepare} value={job && job.progress > 0 ? job.progress : null} />;
}

/** After the take: what ended it and what is safe, how it turned out, and on to the cut. */
export function AfterTake({ state, recorder, redone }: { state: Over; recorder: Recorder; redone: RedoneStep | null }) {
  const { at, saved } = state.status;
  const sentence = endSentence(state.reason, at, saved);
  return (
    <section className={css.after} aria-label="After the recording" tabIndex={-1} data-next-act>
      {sentence && <Notice tone={state.name === 'lost' ? 'fault' : 'attention'}>{sentence}</Notice>}
      {state.late.map((step) => (
        <Notice key={step} tone="attention">
          {lateStepSentences[step]}
        </Notice>
      ))}
      {state.name === 'stopping' && <Progress label={stopStepWords[state.step]} value={null} />}
      {state.name === 'preparing' && <Preparing state={state} recorder={recorder} redone={redone} />}
      {state.name === 'lost' && <Notice tone="info">Start Showhow again: it offers this recording on its first page.</Notice>}
    </section>
  );
}
