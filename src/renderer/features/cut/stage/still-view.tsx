import { useEffect, useRef } from 'react';
import type { EditList } from '../../../../shared/model/edit/list.ts';
import { toSource } from '../../../../shared/model/edit/time.ts';
import type { Faces } from '../../../../shared/model/overlay/faces.ts';
import type { Scene } from '../../../../shared/model/scene/scene.ts';
import { frameRate } from '../../../../shared/model/scene/spans.ts';
import type { Take } from '../../../../shared/model/take.ts';
import type { Player } from '../player.ts';
import { playing, trackUrl } from '../tracks.ts';
import { useCardSvg } from './card-picture.ts';
import styles from './stage.module.css';
import { drawStill, type Shots, shotOf } from './still.ts';

/** A still is drawn this long before it is needed. Seconds. */
const ahead = 3;
/** One that failed is tried again after a rest. Milliseconds. */
const rest = 2000;

interface Props {
  player: Player;
  scene: Scene;
  list: EditList;
  takes: ReadonlyMap<string, Take>;
  faces: Faces | null;
}

/** What fades away at a dissolve: the frame before it, drawn once, shown less and less. */
export function StillView({ player, scene, list, takes, faces }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const firstFades = list.opening !== null && list.clips[0]?.dissolve !== undefined;
  // A clip fades in from the opening alone; nothing fades over the closing.
  const card = useCardSvg(firstFades ? list.opening : null, scene.canvas, faces);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const shots: Shots = (frame, kind) => {
      const place = toSource(list, (frame + 0.5) / frameRate);
      const take = place && takes.get(place.clip.source);
      const track = take && playing(take)[kind];
      return track ? shotOf(trackUrl(take.id, track), track, place.time) : null;
    };
    let drawing: { at: number; abort: AbortController } | null = null;
    let failed = { at: -1, time: 0 };
    const draw = (at: number) => {
      drawing?.abort.abort();
      const abort = new AbortController();
      drawing = { at, abort };
      element.dataset.drawn = '';
      drawStill(element, { scene, frame: at - 1, shots, card, signal: abort.signal })
        .then(() => {
          element.dataset.drawn = String(at);
        })
        .catch(() => {
          // Given up for another, or the clip is seen without it for now.
          if (abort.signal.aborted) return;
          drawing = null;
          failed = { at, time: performance.now() };
        });
    };
    const show = (time: number) => {
      const frame = time * frameRate + 1e-4;
      const near = scene.dissolves.find(({ at, frames }) => frame >= at - ahead * frameRate && frame < at + frames);
      element.style.visibility = near && frame >= near.at ? 'visible' : 'hidden';
      if (!near) return;
      element.style.opacity = String(frame < near.at ? 0 : 1 - (frame - near.at) / near.frames);
      const rests = failed.at === near.at && performance.now() - failed.time < rest;
      if (drawing?.at !== near.at && !rests) draw(near.at);
    };
    show(player.time());
    const stop = player.onTime(show);
    return () => {
      stop();
      drawing?.abort.abort();
    };
  }, [player, scene, list, takes, card]);
  return <canvas ref={canvas} className={styles.still} hidden={scene.dissolves.length === 0} />;
}
