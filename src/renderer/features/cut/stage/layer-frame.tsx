import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Layer } from '../../../../shared/model/scene/scene.ts';
import type { Painter } from './painter.ts';
import styles from './stage.module.css';

interface Props {
  painter: Painter;
  source: string;
  track: Layer['track'];
  deck: number;
  /** The media element; it fills what it is in. */
  children: ReactNode;
}

/** A track on the canvas: the painter says where it stands and which part of it is seen. */
export function LayerFrame({ painter, source, track, deck, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef<HTMLDivElement>(null);
  const covers = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (frame.current && moved.current && covers.current) {
      painter.hold(source, track, { frame: frame.current, moved: moved.current, covers: covers.current }, deck);
    }
    return () => painter.hold(source, track, null, deck);
  }, [painter, source, track, deck]);
  return (
    <div ref={frame} className={styles.frame}>
      <div ref={moved} className={styles.moved}>
        {children}
        <div ref={covers} className={styles.covers} />
      </div>
    </div>
  );
}
