import { useNavigate } from 'react-router';
import { client } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import css from './record.module.css';
import type { Recording } from './state.ts';
import type { Recorder } from './use-recording.ts';
import { endSentence } from './words.ts';

type After = Extract<Recording, { name: 'stopping' | 'preparing' | 'lost' }>;

function Preparing({ state, recorder }: { state: Extract<After, { name: 'preparing' }>; recorder: Recorder }) {
  const navigate = useNavigate();
  const { job, error } = useJob(state.job, async ({ state: end }) => {
    if (end !== 'done') return recorder.unprepared();
    const edit = await client.edits.open({ take: state.take });
    await navigate(`/cut/${edit.id}`);
  });
  const again = <Button onClick={recorder.again}>Record again</Button>;
  if (error) return <FaultNotice error={error} action={again} />;
  if (state.failed) return <FaultNotice error={job?.fault ?? new Error('cancelled')} action={again} />;
  return <Progress label="Making the recording ready to cut" value={job && job.progress > 0 ? job.progress : null} />;
}

/** After the take: what ended it and what is safe, then straight on to the cut. */
export function AfterTake({ state, recorder }: { state: After; recorder: Recorder }) {
  const { at, saved } = state.status;
  const sentence = endSentence(state.reason, at, saved);
  return (
    <div className={css.after}>
      {sentence && <Notice tone={state.name === 'lost' ? 'fault' : 'attention'}>{sentence}</Notice>}
      {state.name === 'stopping' && <Progress label="Writing the last pieces to the disk" value={null} />}
      {state.name === 'preparing' && <Preparing state={state} recorder={recorder} />}
      {state.name === 'lost' && <Notice tone="info">Start Showhow again: it offers this recording on its first page.</Notice>}
    </div>
  );
}
