import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { recordingSpace } from '../../../shared/model/recording.ts';
import { orpc } from '../../api/client.ts';
import { UnsavedNotice } from '../../saving/save-notice.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { AfterTake } from './after.tsx';
import { AreaTools } from './area-layer.tsx';
import { Countdown } from './countdown.tsx';
import { Leaving } from './leaving.tsx';
import { NotesBeside, NotesButton } from './notes-beside.tsx';
import { RunningNotices, SetupNotices } from './notices.tsx';
import { Question, useQuestion } from './question.tsx';
import css from './record.module.css';
import { RunningBar } from './running-bar.tsx';
import { SetupBar } from './setup-bar.tsx';
import { Stage } from './stage.tsx';
import { isOver, isRunning, type Outcome, phaseOf, type Recording } from './state.ts';
import { StepMissing } from './step-missing.tsx';
import { useArea } from './use-area.ts';
import { useBegin } from './use-begin.ts';
import { useCheck } from './use-check.ts';
import { useHandOver } from './use-hand-over.ts';
import { useKeepOut } from './use-keep-out.ts';
import { useKeys } from './use-keys.ts';
import { useNextAct } from './use-next-act.ts';
import { useNotes } from './use-notes.ts';
import { useRecording } from './use-recording.ts';
import { type Redone, useRedone } from './use-redone.ts';
import { useSources } from './use-sources.ts';
import { type SourceName, sourceNames } from './words.ts';

/** The picture has the window for itself. */
export const handle = { bare: true };

/** What screen readers are told of each phase; a take that could not be made ready is said by its notice. */
const phaseWords: Record<Recording['name'], string> = {
  choosing: '',
  counting: 'The recording begins in three seconds',
  starting: 'The recording begins',
  recording: 'Recording',
  paused: 'Paused',
  stopping: 'Stopped. The last pieces are being written',
  preparing: 'Stopped. The recording is being made ready to cut',
  lost: 'The recording ended',
};

const outcomeWords: Record<Outcome, string> = { open: phaseWords.preparing, ready: 'The recording is ready to cut', failed: '' };

/** What the tab's name says, for those who look elsewhere while they record. */
function tabTitle(state: Recording): string {
  if (!isRunning(state)) return 'Record · Showhow';
  const [lost] = Object.keys(state.losses);
  if (lost) return `⚠ ${sourceNames[lost as SourceName]} stopped · Showhow`;
  return state.name === 'paused' ? 'Paused · Showhow' : '● Recording · Showhow';
}

function Recorder({ redone }: { redone: Redone }) {
  const { step } = redone;
  const recorder = useRecording(step?.redoes ?? null);
  const { state } = recorder;
  const idle = state.name === 'choosing';
  const running = isRunning(state);
  const sources = useSources((name, change) => {
    if (change === 'back') void recorder.back(name, {}, {});
    else if (isRunning(state)) void recorder.gone(name, change);
    else if (state.name === 'counting') recorder.cancel();
  });
  useKeepOut(running);
  const chosen = useArea(sources.live.screen, idle);
  const { areas } = chosen;
  const check = useCheck(sources.live, idle);
  useHandOver(recorder, sources.live, areas);
  const status = useQuery({ ...orpc.system.status.queryOptions(), enabled: idle, refetchInterval: 20_000 });
  const freeBytes = status.data?.freeBytes ?? null;
  const enough = freeBytes === null || freeBytes >= recordingSpace.start;
  const question = useQuestion();
  const notes = useNotes();
  const { waiting, record } = useBegin(recorder, sources, areas, redone.isThere);
  useKeys(recorder);
  const main = useRef<HTMLElement>(null);
  useNextAct(main, phaseOf(state));
  const title = tabTitle(state);
  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <main ref={main} className={css.page} id="content" tabIndex={-1}>
      <h1 className="visually-hidden">Record</h1>
      <Leaving recorder={recorder} notes={notes.state} />
      <p className="visually-hidden" role="status">
        {state.name === 'preparing' ? outcomeWords[state.outcome] : phaseWords[state.name]}
      </p>
      <div className={css.top}>
        {(idle || isOver(state)) && (
          <ButtonLink to="/" variant="plain" icon={ArrowLeft}>
            Home
          </ButtonLink>
        )}
        {question && <Question ask={question} take={isRunning(state) ? state.take : null} />}
        <div className={css.tools}>
          {idle && sources.live.screen && <AreaTools chosen={chosen} />}
          <NotesButton state={state} written={notes} />
        </div>
      </div>
      <Stage set={sources.set} phase={phaseOf(state)} chosen={chosen} />
      <NotesBeside state={state} written={notes} screen={sources.live.screen} />
      <div className={css.notices}>
        <UnsavedNotice what="Your notes" state={notes.state} flush={notes.flush} />
        {state.name === 'choosing' && (
          <SetupNotices
            fault={state.fault ?? redone.error}
            check={check.fault}
            enough={enough}
            step={step}
            waiting={waiting}
            onClose={sources.close}
          />
        )}
        {isRunning(state) && <RunningNotices state={state} recorder={recorder} sources={sources} />}
      </div>
      {state.name === 'counting' && <Countdown left={state.left} recorder={recorder} />}
      {idle && <SetupBar sources={sources} check={check} freeBytes={freeBytes} enough={enough} onRecord={record} />}
      {isRunning(state) && <RunningBar state={state} recorder={recorder} microphone={sources.live.microphone} />}
      {isOver(state) && <AfterTake state={state} recorder={recorder} redone={step} />}
    </main>
  );
}

export function Component() {
  const redone = useRedone();
  const { missing } = redone;
  const before = useRef(missing);
  useEffect(() => {
    // What was pressed went with the page that stood here.
    if (before.current !== missing && document.activeElement === document.body) {
      document.getElementById('content')?.focus({ preventScroll: true });
    }
    before.current = missing;
  }, [missing]);
  return missing ? <StepMissing missing={missing} step={redone.step} /> : <Recorder redone={redone} />;
}
