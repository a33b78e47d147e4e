import { useEffect, useRef } from 'react';
import css from './record.module.css';
import type { SourceSet } from './use-sources.ts';

function Live({
  stream,
  className,
  label,
  mirrored = false,
}: {
  stream: MediaStream;
  className?: string | undefined;
  label: string;
  mirrored?: boolean;
}) {
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
    />
  );
}

/** What will be recorded, as large as the page; the camera beside it as it will lie over the screen. */
export function Stage({ set, quiet }: { set: SourceSet; quiet: boolean }) {
  const screen = set.screen.state === 'on' ? set.screen.stream : null;
  const camera = set.camera.state === 'on' ? set.camera.stream : null;
  const mirror = screen?.getVideoTracks()[0]?.getSettings().displaySurface === 'monitor' && quiet;
  return (
    <div className={css.stage}>
      {screen && !mirror && <Live stream={screen} label="What will be recorded of the screen" />}
      {camera && <Live stream={camera} mirrored className={screen ? css.beside : undefined} label="What will be recorded of the camera" />}
      {mirror && <p className={css.hint}>The whole screen is being recorded. Go to what you want to show.</p>}
      {!screen && !camera && (
        <p className={css.hint}>
          Choose what to show, and press <b>Record</b>. Nothing leaves this computer.
        </p>
      )}
    </div>
  );
}
