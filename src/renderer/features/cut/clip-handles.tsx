import { useRef } from 'react';
import { shortestClip } from '../../../shared/model/edit/clips.ts';
import type { Placed } from '../../../shared/model/edit/time.ts';
import type { Take } from '../../../shared/model/take.ts';
import { Handle } from './handle.tsx';
import type { Player } from './player.ts';
import type { Cutting } from './use-cutting.ts';
import type { Zooming } from './use-scale.ts';

interface Props {
  place: Placed;
  number: number;
  take: Take;
  cutting: Cutting;
  player: Player;
  zooming: Zooming;
  frame: number;
  /** Catches a moment of the output, as the timeline was when the hand took hold. */
  snap: (time: number) => number;
}

/** The two edges of the chosen clip. What follows moves along; the picture shows the frame at the edge. */
export function ClipHandles({ place: { clip, start }, number, take, cutting, player, zooming, frame, snap }: Props) {
  /** The clip as it was when the hand took hold, and what caught then: both change while it is dragged. */
  const held = useRef({ clip, start, snap });
  const grip = () => {
    held.current = { clip, start, snap };
    zooming.hold(true);
  };
  const settle = () => {
    zooming.hold(false);
    cutting.settle();
  };
  const caught = (value: number, free: boolean) => {
    const { clip: before, start: at, snap: by } = held.current;
    return free ? value : by(at + value - before.from) - at + before.from;
  };
  return (
    <>
      <Handle
        label={`Start of clip ${number}`}
        side="from"
        kind="trim"
        {...{ frame }}
        scale={zooming.scale}
        at={start}
        value={clip.from}
        min={0}
        max={clip.to - shortestClip}
        onGrip={grip}
        onMove={(value, free) => {
          cutting.resize(clip.id, { from: caught(value, free) });
          player.seek(start);
        }}
        onSettle={settle}
      />
      <Handle
        label={`End of clip ${number}`}
        side="to"
        kind="trim"
        {...{ frame }}
        scale={zooming.scale}
        at={start + clip.to - clip.from}
        value={clip.to}
        min={clip.from + shortestClip}
        max={Math.max(clip.to, take.duration)}
        onGrip={grip}
        onMove={(value, free) => {
          const to = caught(value, free);
          cutting.resize(clip.id, { to });
          player.seek(start + to - clip.from - frame / 2);
        }}
        onSettle={settle}
      />
    </>
  );
}
