import { useEffect, useRef } from 'react';
import type { EditList } from '../../../../shared/model/edit/list.ts';
import { toSource } from '../../../../shared/model/edit/time.ts';
import type { Scene } from '../../../../shared/model/scene/scene.ts';
import { frameRate } from '../../../../shared/model/scene/spans.ts';
import type { Take } from '../../../../shared/model/take.ts';
import type { Player } from '../player.ts';
import { playing, trackUrl } from '../tracks.ts';
import styles from './stage.module.css';
import { drawStill, type Shots, shotOf } from './still.ts';

/** A still is drawn this long before it is needed. Seconds. */
const ahead = 3;

interface Props {
  player: Player;
  scene: Scene;
  list: EditList;
  takes: ReadonlyMap<string, Take>;
}

/** What fades away at a dissolve: the frame before it, drawn once, shown less and less. */
export function StillView({ player, scene, list, takes }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const shots: Shots = (frame, kind) => {
      const place = toSource(list, (frame + 0.5) / frameRate);
      const take = place && takes.get(place.clip.source);
      const track = take && playing(take)[kind];
      return track ? shotOf(trackUrl(take.id, track), track, place.time) : null;
    };
    let drawn = -1;
    const show = (time: number) => {
      const frame = time * frameRate + 1e-4;
      const near = scene.dissolves.find(({ at, frames }) => frame >= at - ahead * frameRate && frame < at + frames);
      element.style.visibility = near && frame >= near.at ? 'visible' : 'hidden';
      if (!near) return;
      element.style.opacity = String(frame < near.at ? 0 : 1 - (frame - near.at) / near.frames);
      if (drawn === near.at) return;
      drawn = near.at;
      element.dataset.drawn = '';
      drawStill(element, scene, near.at - 1, shots)
        .then(() => {
          element.dataset.drawn = String(near.at);
        })
        .catch(() => {
          // The clip is seen without it, and the next look tries again.
          drawn = -1;
        });
    };
    show(player.time());
    return player.onTime(show);
  }, [player, scene, list, takes]);
  return <canvas ref={canvas} className={styles.still} hidden={scene.dissolves.length === 0} />;
}
