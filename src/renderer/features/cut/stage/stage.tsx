import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import type { EditList } from '../../../../shared/model/edit/list.ts';
import { cardAt } from '../../../../shared/model/edit/time.ts';
import { type Scene, sceneOf } from '../../../../shared/model/scene/scene.ts';
import type { Take } from '../../../../shared/model/take.ts';
import type { Player } from '../player.ts';
import { useAtTime } from '../use-player.ts';
import { CardView } from './card-view.tsx';
import { useFaces } from './faces.ts';
import { takeFacts } from './facts.ts';
import { createPainter, type Painter } from './painter.ts';
import styles from './stage.module.css';
import { StillView } from './still-view.tsx';

/** The scene of an edit as the page shows it, made anew when the list or its takes change. */
const useScene = (list: EditList, takes: ReadonlyMap<string, Take>): Scene =>
  useMemo(() => sceneOf(list, takeFacts(takes.values())), [list, takes]);

interface Props {
  player: Player;
  list: EditList;
  takes: ReadonlyMap<string, Take>;
  /** The deck that is seen. */
  deck: number;
  /** The decks, their tracks in layer frames. */
  children: (painter: Painter) => ReactNode;
  /** What is worked on, above all of it. */
  over: (scene: Scene) => ReactNode;
}

/** The canvas of an edit: its layers, and over them what is drawn. The painter follows the player's time. */
export function Stage({ player, list, takes, deck, children, over }: Props) {
  const scene = useScene(list, takes);
  const faces = useFaces();
  const painter = useMemo(createPainter, []);
  const overlay = useRef<HTMLDivElement>(null);
  useEffect(() => painter.setScene(scene, faces), [painter, scene, faces]);
  useEffect(() => painter.setDeck(deck), [painter, deck]);
  useEffect(() => {
    painter.overlay(overlay.current);
    painter.paint(player.time());
    return player.onTime(painter.paint);
  }, [painter, player]);
  const name = useAtTime(
    player,
    useCallback((time) => cardAt(list, time), [list]),
  );
  const card = name && list[name];
  const { width, height } = scene.canvas;
  return (
    <div
      className={styles.canvas}
      data-scene
      style={{ aspectRatio: `${width} / ${height}`, width: `min(100cqw, ${(100 * width) / height}cqh)` }}
    >
      {children(painter)}
      <StillView {...{ player, scene, list, takes, faces }} />
      <div ref={overlay} className={styles.overlay} />
      {card && faces && <CardView card={card} canvas={scene.canvas} faces={faces} />}
      {over(scene)}
    </div>
  );
}
