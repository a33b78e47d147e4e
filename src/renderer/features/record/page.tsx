import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { recordingSpace } from '../../../shared/model/recording.ts';
import { orpc } from '../../api/client.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { AfterTake } from './after.tsx';
import { EngineStopped } from './engine/engine.ts';
import { Question, useQuestion } from './question.tsx';
import css from './record.module.css';
import { RunningBar } from './running-bar.tsx';
import { SetupBar } from './setup-bar.tsx';
import { Stage } from './stage.tsx';
import type { Recording } from './state.ts';
import { useCheck } from './use-check.ts';
import { useKeys } from './use-keys.ts';
import { useRecording } from './use-recording.ts';
import { useSources } from './use-sources.ts';
import { notBegunSentence } from './words.ts';

/** The picture has the window for itself. */
export const handle = { bare: true };

const said: Record<Recording['name'], string> = {
  choosing: '',
  counting: 'The recording begins in three seconds',
  starting: 'The recording begins',
  recording: 'Recording',
  paused: 'Paused',
  stopping: 'Stopped. The last pieces are being written',
  preparing: 'Stopped. The recording is being made ready to cut',
  lost: 'The recording ended',
};

function Fault({ fault }: { fault: unknown }) {
  if (fault instanceof EngineStopped) return <Notice tone="fault">{notBegunSentence(fault.fault)}</Notice>;
  return <FaultNotice error={fault} />;
}

export function Component() {
  const recorder = useRecording();
  const { state } = recorder;
  const sources = useSources(() => {
    recorder.end('source-ended');
  });
  const idle = state.name === 'choosing';
  const check = useCheck(sources.live, idle);
  const status = useQuery({ ...orpc.system.status.queryOptions(), enabled: idle, refetchInterval: 20_000 });
  const freeBytes = status.data?.freeBytes ?? null;
  const enough = freeBytes === null || freeBytes >= recordingSpace.start;
  const running = state.name === 'recording' || state.name === 'paused';
  const question = useQuestion();
  const latest = useRef(sources.live);
  latest.current = sources.live;
  useKeys(recorder);
  useEffect(() => {
    document.title = running ? '● Recording · Showhow' : 'Record · Showhow';
  }, [running]);

  const record = async () => {
    // Showing the screen is what most come for: without a choice the picker opens first.
    const empty = sources.set.screen.state !== 'on' && sources.set.camera.state !== 'on';
    if (empty && !(await sources.open('screen'))) return;
    // The choice is in the sources once React has drawn it.
    setTimeout(() => recorder.begin(latest.current), 0);
  };

  return (
    <main className={running ? `${css.page} ${css.running}` : css.page} id="content">
      <h1 className="visually-hidden">Record</h1>
      <p className="visually-hidden" role="status">
        {said[state.name]}
      </p>
      <div className={css.top}>
        {idle && (
          <ButtonLink to="/" variant="plain" icon={ArrowLeft}>
            Home
          </ButtonLink>
        )}
        {question && <Question ask={question} take={running ? state.take : null} />}
      </div>
      <Stage set={sources.set} quiet={running} />
      <div className={css.notices}>
        {state.name === 'choosing' && state.fault !== null && <Fault fault={state.fault} />}
        {idle && check.fault && <Notice tone="fault">{notBegunSentence(check.fault)}</Notice>}
        {idle && !enough && (
          <Notice tone="fault">Less than {recordingSpace.start / 1e6} MB are free on this disk. Make room, then record.</Notice>
        )}
      </div>
      {state.name === 'counting' && (
        <div className={css.count}>
          <span aria-hidden="true">{state.left}</span>
          <div>
            <Button variant="primary" onClick={recorder.skip} autoFocus>
              Begin now
            </Button>
            <Button onClick={recorder.cancel}>Cancel</Button>
          </div>
        </div>
      )}
      {idle && <SetupBar sources={sources} check={check} freeBytes={freeBytes} enough={enough} onRecord={record} />}
      {(state.name === 'recording' || state.name === 'paused') && (
        <RunningBar state={state} recorder={recorder} microphone={sources.live.microphone} />
      )}
      {(state.name === 'stopping' || state.name === 'preparing' || state.name === 'lost') && (
        <AfterTake state={state} recorder={recorder} />
      )}
    </main>
  );
}
