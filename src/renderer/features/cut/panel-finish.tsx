import { Clapperboard, PenLine, Play, WandSparkles } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { Rendition } from '../../../shared/model/rendition.ts';
import { shorterSide, slowSizes, smallerSizes } from '../../../shared/model/video-sizes.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { clock } from '../../ui/format.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useDraftLesson } from '../templates/use-begin.ts';
import type { Bench } from './bench.ts';
import styles from './panels.module.css';
import { SizesSwitch } from './sizes-switch.tsx';
import type { Finishing } from './use-finish.ts';
import { about, megabytes, signed } from './words.ts';

type Ready = Extract<Finishing, { is: 'ready' }>;

const methods = {
  copied: 'The picture stays as it was recorded, so it is done quickly.',
  encoded: 'A new picture is made, as small and as sharp as it can be.',
  smaller: 'The video itself is finished already; only its smaller sizes are made.',
  finished: 'It was finished before, so nothing has to be done again.',
} as const;

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function BeforeIt({ estimate, error }: Ready) {
  return (
    <>
      <h2>One video out of it all</h2>
      <p>Cuts, camera and an even loudness are put into one file that plays everywhere.</p>
      {estimate ? (
        <>
          <Facts
            facts={[
              ['Comes out', `${clock(estimate.duration)} long, about ${megabytes(estimate.bytes)}`],
              ...(estimate.smallerBytes > 0 ? ([['Smaller sizes', `about ${megabytes(estimate.smallerBytes)} more`]] as const) : []),
              ['Takes', estimate.method === 'finished' ? 'no time' : about(estimate.seconds)],
            ]}
          />
          <p className={styles.small}>{methods[estimate.method]}</p>
        </>
      ) : (
        !error && <p className={styles.small}>Looking how long it will take…</p>
      )}
      <FaultNotice error={error} />
    </>
  );
}

/** What came out, the next step right beneath it, and the facts after both. */
function Done({ rendition, title, children }: { rendition: Rendition; title: string; children: ReactNode }) {
  const [playing, setPlaying] = useState(false);
  const { loudness } = rendition;
  return (
    <>
      <h2>Finished</h2>
      <button type="button" className={styles.poster} onClick={() => setPlaying(true)}>
        <img src={`/media/${rendition.poster}`} alt="" width={rendition.width} height={rendition.height} />
        <span className={styles.posterPlay}>
          <Play size={18} aria-hidden="true" />
          Play
        </span>
      </button>
      {children}
      <Facts
        facts={[
          ['Length', clock(rendition.duration)],
          ['Size', megabytes(rendition.bytes)],
          ['Picture', `${rendition.width} × ${rendition.height}`],
          ...rendition.smaller.map((size) => [`In ${shorterSide(size)}p`, megabytes(size.bytes)] as const),
          ['Loudness', loudness ? `${signed(loudness.integrated)} LUFS, peak ${signed(loudness.truePeak)} dBTP` : 'no sound'],
        ]}
      />
      <Dialog open={playing} onOpenChange={setPlaying} title={title} wide>
        {/* biome-ignore lint/a11y/useMediaCaption: captions are written with the module */}
        <video className={styles.result} src={`/media/${rendition.video}`} poster={`/media/${rendition.poster}`} controls autoPlay />
      </Dialog>
    </>
  );
}

/** From the edit to one file: what it takes, how far it is, what came out, and the next step. */
export function PanelFinish({ bench }: { bench: Bench }) {
  const { finish, edit, editing } = bench;
  const draft = useDraftLesson();
  const [thenDraft, setThenDraft] = useState(false);
  const { state } = finish;
  const { mutate } = draft;
  const failed = state.is === 'ready' && state.error !== null;
  useEffect(() => {
    if (!thenDraft || (state.is !== 'done' && !failed)) return;
    setThenDraft(false);
    if (state.is === 'done') mutate(edit.id);
  }, [thenDraft, state.is, failed, mutate, edit.id]);
  const start = (andDraft: boolean) => {
    setThenDraft(andDraft);
    void finish.start();
  };
  const cancel = () => {
    setThenDraft(false);
    void finish.cancel();
  };
  switch (state.is) {
    case 'ready':
      return (
        <div className={styles.finish}>
          <BeforeIt {...state} />
          <SizesSwitch bench={bench} none={state.estimate?.smallerBytes === 0} />
          <Button variant="primary" icon={Clapperboard} onClick={() => start(false)}>
            {state.error ? 'Try again' : 'Finish now'}
          </Button>
          <Button variant="plain" icon={WandSparkles} onClick={() => start(true)}>
            Finish and draft a lesson
          </Button>
        </div>
      );
    case 'starting':
      return (
        <div className={styles.finish}>
          <Progress label="Starting" value={null} />
        </div>
      );
    case 'running':
      return (
        <div className={styles.finish}>
          <h2>Being finished</h2>
          <Progress
            label={bench.list.sizes ? 'Cuts, camera, sound, sizes' : 'Cuts, camera, sound'}
            value={state.progress}
            onCancel={cancel}
          />
          <p className={styles.small}>
            {thenDraft
              ? 'The lesson is drafted as soon as it is done, if you are still here.'
              : 'You can go on with something else; it goes on by itself.'}
          </p>
        </div>
      );
    case 'done':
      return (
        <div className={styles.finish}>
          <Done rendition={state.rendition} title={editing.cut.title}>
            <FaultNotice error={draft.error} />
            <Button variant="primary" icon={WandSparkles} busy={draft.isPending} onClick={() => draft.mutate(edit.id)}>
              Draft a lesson
            </Button>
            <p className={styles.small}>
              Steps, checklist and questions from what you marked, named and said, with a picture of each step. What nobody said stays
              blank.
            </p>
            <ButtonLink to={`/write?edit=${edit.id}`} variant="plain" icon={PenLine}>
              Write the module
            </ButtonLink>
          </Done>
          <SizesSwitch bench={bench} none={smallerSizes(state.rendition, slowSizes).length === 0} />
        </div>
      );
  }
}
