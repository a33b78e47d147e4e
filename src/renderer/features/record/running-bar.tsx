import { Flag, Pause, PictureInPicture2, Play, Square } from 'lucide-react';
import { recordingSpace } from '../../../shared/model/recording.ts';
import { Button } from '../../ui/button.tsx';
import { clock, megabytes } from '../../ui/format.ts';
import { useLetterKeys, withKey } from '../../ui/letter-keys.ts';
import { FloatControl } from './float-control.tsx';
import { Level } from './level.tsx';
import css from './record.module.css';
import type { Running } from './state.ts';
import { useFloat } from './use-float.ts';
import type { Recorder } from './use-recording.ts';
import { roomSentence } from './words.ts';

interface RunningBarProps {
  state: Running;
  recorder: Recorder;
  microphone: MediaStreamTrack | undefined;
}

/** During the take: time, level, room on the disk, and the three things one may want to do. */
export function RunningBar({ state, recorder, microphone }: RunningBarProps) {
  const float = useFloat();
  const [letters] = useLetterKeys();
  const { status, freeBytes, marks } = state;
  const paused = state.name === 'paused';
  const low = freeBytes !== null && freeBytes < recordingSpace.warn;
  return (
    <div className={css.bar}>
      <div className={css.left}>
        <span className={paused ? css.time : `${css.time} ${css.on}`}>
          <i aria-hidden="true" />
          {clock(status.at)}
        </span>
        {paused && <span className={css.paused}>Paused</span>}
        <Level track={microphone} />
        {freeBytes !== null && (
          <span className={low ? `${css.room} ${css.attention}` : css.room} role={low ? 'alert' : undefined}>
            {low
              ? `Only ${megabytes(freeBytes)} are free. The recording ends at ${recordingSpace.stop / 1e6} MB.`
              : roomSentence(freeBytes)}
          </span>
        )}
        {status.at - status.saved > 3 && (
          <span className={`${css.room} ${css.attention}`} role="alert">
            Showhow does not answer. {clock(status.saved)} is saved; the rest is kept here and written as soon as it does.
          </span>
        )}
      </div>
      <Button variant="primary" icon={Square} onClick={() => recorder.end('stopped')} title={withKey('Stop', 'S', letters)}>
        Stop
      </Button>
      <div className={css.right}>
        {paused ? (
          <Button icon={Play} onClick={recorder.resume} title={withKey('Go on', 'P', letters)} data-next-act>
            Go on
          </Button>
        ) : (
          <Button icon={Pause} onClick={recorder.pause} title={withKey('Pause', 'P', letters)} data-next-act>
            Pause
          </Button>
        )}
        <Button icon={Flag} onClick={recorder.mark} disabled={paused} title={withKey('Next step', 'N', letters)}>
          Next step{marks > 0 ? ` (${marks})` : ''}
        </Button>
        {float.possible && (
          <Button
            variant="plain"
            icon={PictureInPicture2}
            onClick={float.window ? float.close : float.open}
            aria-pressed={float.window !== null}
          >
            Small window
          </Button>
        )}
      </div>
      {float.window && <FloatControl target={float.window} state={state} recorder={recorder} microphone={microphone} />}
    </div>
  );
}
