import { useEffect, useMemo, useRef } from 'react';
import type { SoundChoice } from '../../../shared/model/edit/list.ts';
import type { Take, Track, TrackKind } from '../../../shared/model/take.ts';
import type { DeckIndex, Player } from './player.ts';
import { ScrubView } from './scrub/scrub-view.tsx';
import type { ScrubUrls } from './scrub/use-scrub-copies.ts';
import { LayerFrame } from './stage/layer-frame.tsx';
import type { Painter } from './stage/painter.ts';
import { playing, trackUrl } from './tracks.ts';

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

/** `copy`: where a small copy of it is read from. */
function Picture({ player, deck, take, track, muted, label, copy }: MediaProps & { label: string; copy: string | undefined }) {
  const element = useAttached<HTMLVideoElement>(player, deck, track);
  return (
    <>
      <video
        ref={element}
        src={trackUrl(take, track)}
        muted={muted}
        preload="auto"
        playsInline
        disablePictureInPicture
        aria-label={label}
      />
      {copy && <ScrubView {...{ player, deck, track }} url={copy} />}
    </>
  );
}

/** `quiet`: where it is played from instead, with its noise reduced. */
function Sound({ player, deck, take, track, muted, quiet }: MediaProps & { quiet: string | undefined }) {
  const element = useAttached<HTMLAudioElement>(player, deck, track);
  return <audio ref={element} src={quiet ?? trackUrl(take, track)} preload="auto" muted={muted} />;
}

interface Props {
  player: Player;
  painter: Painter;
  deck: DeckIndex;
  take: Take;
  muted: SoundChoice['muted'];
  /** Where its voice is played from with the noise reduced. */
  quiet: string | undefined;
  /** Where small copies of its pictures are read from. */
  copies: ScrubUrls | undefined;
  /** Whether this is the deck that is seen; the other one stands ready. */
  seen: boolean;
}

/** The media of one take; where its pictures stand is the painter's to say. */
export function DeckView({ player, painter, deck, take, muted, quiet, copies, seen }: Props) {
  const { picture, camera: face, sounds, pictureSounds } = useMemo(() => playing(take), [take]);
  const isMuted = (kind: TrackKind) => muted.some((track) => track.source === take.id && track.kind === kind);
  if (!picture) return null;
  const inPicture = take.tracks.filter((track) => track.file === picture.file && track !== picture).every(({ kind }) => isMuted(kind));
  return (
    <>
      <LayerFrame {...{ painter, deck }} source={take.id} track="picture">
        <Picture
          {...{ player, deck, take: take.id, track: picture }}
          muted={!pictureSounds || inPicture}
          label={seen ? 'Preview' : 'Next'}
          copy={copies?.[picture.kind]}
        />
      </LayerFrame>
      {face && (
        <LayerFrame {...{ painter, deck }} source={take.id} track="camera">
          <Picture {...{ player, deck, take: take.id, track: face }} muted label="Camera" copy={copies?.[face.kind]} />
        </LayerFrame>
      )}
      {sounds.map((track) => (
        <Sound
          key={track.file}
          {...{ player, deck, take: take.id, track }}
          muted={isMuted(track.kind)}
          quiet={track.kind === 'microphone' ? quiet : undefined}
        />
      ))}
    </>
  );
}
