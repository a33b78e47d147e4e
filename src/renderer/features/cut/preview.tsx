import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { cameraBox } from '../../../shared/model/camera-box.ts';
import type { CameraLayout } from '../../../shared/model/edit/list.ts';
import type { Take, Track } from '../../../shared/model/take.ts';
import type { Player } from './player.ts';
import styles from './preview.module.css';
import { covers, playing, trackUrl } from './tracks.ts';
import { useAtTime, usePlayerState } from './use-player.ts';

interface MediaProps {
  player: Player;
  take: string;
  track: Track;
}

function useAttached<T extends HTMLMediaElement>(player: Player, track: Track) {
  const element = useRef<T>(null);
  useEffect(() => {
    player.attach(track, element.current);
    return () => player.attach(track, null);
  }, [player, track]);
  return element;
}

function Picture({
  player,
  take,
  track,
  muted,
  className,
  label,
}: MediaProps & { muted: boolean; className: string | undefined; label: string }) {
  const element = useAttached<HTMLVideoElement>(player, track);
  return (
    <video
      ref={element}
      className={className}
      src={trackUrl(take, track)}
      muted={muted}
      preload="auto"
      playsInline
      disablePictureInPicture
      aria-label={label}
    />
  );
}

function Sound({ player, take, track }: MediaProps) {
  const element = useAttached<HTMLAudioElement>(player, track);
  // biome-ignore lint/a11y/useMediaCaption: this is the author's own raw take, not something published
  return <audio ref={element} src={trackUrl(take, track)} preload="auto" />;
}

interface Props {
  player: Player;
  take: Take;
  camera: CameraLayout;
  isSeen: (time: number) => boolean;
}

/** A camera starts and ends a moment beside the screen; its first and last frame stand in for that long. Seconds. */
const grace = 0.5;

const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;

/** The take as the finished video will show it, the camera laid out by the function that the finish uses too. */
export const Preview = memo(function Preview({ player, take, camera, isSeen }: Props) {
  const { picture, camera: face, sounds, pictureSounds } = useMemo(() => playing(take), [take]);
  const { blocked } = usePlayerState(player);
  const cut = useAtTime(
    player,
    useCallback((time) => !isSeen(time), [isSeen]),
  );
  const faceIsThere = useAtTime(
    player,
    useCallback((time) => face !== null && (covers(face, time - grace) || covers(face, time + grace)), [face]),
  );

  if (!picture) return <p className={styles.none}>This take has only sound. Its picture cannot be shown, because there is none.</p>;
  const width = picture.width ?? 1920;
  const height = picture.height ?? 1080;
  const box = cameraBox(camera, width, height);

  return (
    <div className={styles.stage}>
      <div className={styles.picture} style={{ aspectRatio: `${width} / ${height}`, width: `min(100cqw, ${(100 * width) / height}cqh)` }}>
        <Picture {...{ player, take: take.id, track: picture, className: styles.screen }} muted={!pictureSounds} label="Preview" />
        {face && (
          <div
            className={styles.camera}
            hidden={!camera.shown || !faceIsThere}
            style={{
              left: percent(box.x, width),
              top: percent(box.y, height),
              width: percent(box.width, width),
              height: percent(box.height, height),
              borderRadius: camera.shape === 'round' ? '50%' : 0,
            }}
          >
            <Picture {...{ player, take: take.id, track: face, className: styles.face }} muted label="Camera" />
          </div>
        )}
        {cut && <p className={styles.cut}>Cut out</p>}
        {blocked && (
          <p className={styles.blocked}>This file cannot be shown here before it is finished. It can still be cut and finished.</p>
        )}
      </div>
      {sounds.map((track) => (
        <Sound key={track.file} player={player} take={take.id} track={track} />
      ))}
    </div>
  );
});
