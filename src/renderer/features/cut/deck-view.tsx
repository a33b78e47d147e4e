import { useCallback, useEffect, useMemo, useRef } from 'react';
import { cameraBox } from '../../../shared/model/camera-box.ts';
import type { CameraLayout, SoundChoice } from '../../../shared/model/edit/list.ts';
import type { Take, Track, TrackKind } from '../../../shared/model/take.ts';
import type { DeckIndex, Player } from './player.ts';
import styles from './preview.module.css';
import { covers, playing, trackUrl } from './tracks.ts';
import { useAtTime } from './use-player.ts';

interface MediaProps {
  player: Player;
  deck: DeckIndex;
  take: string;
  track: Track;
  muted: boolean;
}

function useAttached<T extends HTMLMediaElement>(player: Player, deck: DeckIndex, track: Track) {
  const element = useRef<T>(null);
  useEffect(() => {
    player.attach(deck, track, element.current);
    return () => player.attach(deck, track, null);
  }, [player, deck, track]);
  return element;
}

function Picture({ player, deck, take, track, muted, className, label }: MediaProps & { className: string | undefined; label: string }) {
  const element = useAttached<HTMLVideoElement>(player, deck, track);
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

function Sound({ player, deck, take, track, muted }: MediaProps) {
  const element = useAttached<HTMLAudioElement>(player, deck, track);
  return <audio ref={element} src={trackUrl(take, track)} preload="auto" muted={muted} />;
}

interface Props {
  player: Player;
  deck: DeckIndex;
  take: Take;
  camera: CameraLayout;
  muted: SoundChoice['muted'];
  /** Whether this is the deck that is seen; the other one stands ready. */
  seen: boolean;
}

/** A camera starts and ends a moment beside the screen; its first and last frame stand in for that long. Seconds. */
const grace = 0.5;

const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;

/** The media of one take, the camera laid out by the function that the finish uses too. */
export function DeckView({ player, deck, take, camera, muted, seen }: Props) {
  const { picture, camera: face, sounds, pictureSounds } = useMemo(() => playing(take), [take]);
  const isMuted = (kind: TrackKind) => muted.some((track) => track.source === take.id && track.kind === kind);
  const faceIsThere = useAtTime(
    player,
    useCallback(() => {
      const place = player.place();
      if (face === null || place?.source !== take.id) return false;
      return covers(face, place.time - grace) || covers(face, place.time + grace);
    }, [player, face, take]),
  );
  if (!picture) return null;
  const width = picture.width ?? 1920;
  const height = picture.height ?? 1080;
  const box = cameraBox(camera, width, height);
  const inPicture = take.tracks.filter((track) => track.file === picture.file && track !== picture).every(({ kind }) => isMuted(kind));
  return (
    <div
      className={styles.deck}
      hidden={!seen}
      style={{ aspectRatio: `${width} / ${height}`, width: `min(100cqw, ${(100 * width) / height}cqh)` }}
    >
      <Picture
        {...{ player, deck, take: take.id, track: picture }}
        className={styles.screen}
        muted={!pictureSounds || inPicture}
        label={seen ? 'Preview' : 'Next'}
      />
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
          <Picture {...{ player, deck, take: take.id, track: face }} className={styles.face} muted label="Camera" />
        </div>
      )}
      {sounds.map((track) => (
        <Sound key={track.file} {...{ player, deck, take: take.id, track }} muted={isMuted(track.kind)} />
      ))}
    </div>
  );
}
