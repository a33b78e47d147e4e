import { Flag, Pause, Play, Square } from 'lucide-react';
import { createPortal } from 'react-dom';
import { recordingSpace } from '../../../shared/model/recording.ts';
import { IconButton } from '../../ui/button.tsx';
import { clock } from '../../ui/format.ts';
import { useLetterKeys, withKey } from '../../ui/letter-keys.ts';
import css from './float.module.css';
import { Level } from './level.tsx';
import type { Loss, Running } from './state.ts';
import { useKeys } from './use-keys.ts';
import type { Recorder } from './use-recording.ts';
import { lossSentence, roomSentence, type SourceName } from './words.ts';

interface FloatControlProps {
  target: Window;
  state: Running;
  recorder: Recorder;
  microphone: MediaStreamTrack | undefined;
}

/** Time, level and the three things one may want to do, in a window of its own over what is shown. */
export function FloatControl({ target, state, recorder, microphone }: FloatControlProps) {
  useKeys(recorder, target);
  const [letters] = useLetterKeys();
  const { status, freeBytes, marks, losses } = state;
  const paused = state.name === 'paused';
  const [lost] = Object.entries(losses);
  const low = freeBytes !== null && freeBytes < recordingSpace.warn;
  return createPortal(
    <main className={css.float}>
      <div className={css.row}>
        <span className={paused ? css.time : `${css.time} ${css.on}`}>
          <i aria-hidden="true" />
          {clock(status.at)}
        </span>
        <Level track={microphone} />
        <div className={css.tools}>
          {paused ? (
            <IconButton label={withKey('Go on', 'P', letters)} icon={Play} onClick={recorder.resume} />
          ) : (
            <IconButton label={withKey('Pause', 'P', letters)} icon={Pause} onClick={recorder.pause} />
          )}
          <IconButton
            label={`${withKey('Next step', 'N', letters)}, ${marks} so far`}
            icon={Flag}
            disabled={paused}
            onClick={recorder.mark}
          />
          <IconButton label={withKey('Stop', 'S', letters)} icon={Square} onClick={() => recorder.end('stopped')} />
        </div>
      </div>
      <p className={lost || low ? css.attention : css.words} role={lost ? 'alert' : undefined}>
        {lost
          ? lossSentence(lost[0] as SourceName, lost[1] as Loss, recorder.canReplace)
          : [paused ? 'Paused' : marks > 0 ? `Step ${marks + 1}` : 'Recording', freeBytes === null ? null : roomSentence(freeBytes)]
              .filter(Boolean)
              .join(' · ')}
      </p>
    </main>,
    target.document.body,
  );
}
