import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { AreaLayer } from './area-layer.tsx';
import css from './record.module.css';
import type { Phase } from './state.ts';
import type { ChosenArea } from './use-area.ts';
import type { SourceSet } from './use-sources.ts';

/** The shape of a picture before its first frame says better: most screens are so. */
const usualRatio = 16 / 9;

interface LiveProps {
  stream: MediaStream;
  className?: string | undefined;
  label: string;
  mirrored?: boolean;
  /** Told the picture's width over its height, and again whenever it changes, as a shared window's does. */
  onRatio?: (ratio: number) => void;
}

function Live({ stream, className, label, mirrored = false, onRatio }: LiveProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);
  return (
    <video
      ref={video}
      className={[className, mirrored && css.mirrored].filter(Boolean).join(' ')}
      aria-label={label}
      autoPlay
      muted
      playsInline
      onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
        if (videoWidth > 0 && videoHeight > 0) onRatio?.(videoWidth / videoHeight);
      }}
    />
  );
}

interface StageProps {
  set: SourceSet;
  phase: Phase;
  chosen: ChosenArea;
}

/** What will be recorded, as large as the page; the camera beside it as it will lie over the screen. */
export function Stage({ set, phase, chosen }: StageProps) {
  const [ratio, setRatio] = useState(usualRatio);
  const screen = set.screen.state === 'on' ? set.screen.stream : null;
  const camera = set.camera.state === 'on' ? set.camera.stream : null;
  const mirror = screen?.getVideoTracks()[0]?.getSettings().displaySurface === 'monitor' && phase === 'running';
  const main = mirror ? null : (screen ?? camera);
  const beside = screen ? camera : null;
  return (
    <div className={css.stage}>
      {main && (
        <div className={css.picture} style={{ '--ratio': ratio } as CSSProperties}>
          <div className={css.frame}>
            <Live
              stream={main}
              mirrored={main === camera}
              label={main === camera ? 'What will be recorded of the camera' : 'What will be recorded of the screen'}
              onRatio={setRatio}
            />
          </div>
          {beside && !chosen.choosing && (
            <Live stream={beside} mirrored className={css.beside} label="What will be recorded of the camera" />
          )}
          {main === screen && <AreaLayer chosen={chosen} />}
        </div>
      )}
      {mirror && <p className={css.hint}>The whole screen is being recorded. Go to what you want to show.</p>}
      {!main && phase === 'choosing' && (
        <p className={css.hint}>
          Choose what to show, and press <b>Record</b>. Nothing leaves this computer.
        </p>
      )}
    </div>
  );
}
