import { type RefObject, useEffect, useRef } from 'react';
import type { Player } from './player.ts';
import styles from './timeline.module.css';
import { type Scale, scrollToShow, xOf } from './timeline-scale.ts';
import { spoken } from './words.ts';

/** While it plays, a screen reader's value is renewed this often, in milliseconds. */
const sayEvery = 1000;

interface Props {
  player: Player;
  scale: Scale;
  viewport: RefObject<HTMLDivElement | null>;
  /** While the pointer drags over the timeline the window is not moved under it. */
  dragging: RefObject<boolean>;
}

/** Moves without rendering: its place is written straight to the element. */
export function Playhead({ player, scale, viewport, dragging }: Props) {
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let said = 0;
    const show = (time: number) => {
      const head = element.current;
      const window = viewport.current;
      if (!head || !window || scale.width === 0) return;
      head.style.transform = `translateX(${xOf(scale, time)}px)`;
      if (!dragging.current) {
        const scroll = scrollToShow(scale, window.scrollLeft, time);
        if (scroll !== window.scrollLeft) window.scrollLeft = scroll;
      }
      const now = performance.now();
      if (player.state().rate !== 0 && now - said < sayEvery) return;
      said = now;
      head.setAttribute('aria-valuenow', time.toFixed(2));
      head.setAttribute('aria-valuetext', spoken(time));
    };
    show(player.time());
    const stop = player.onTime(show);
    const settle = player.subscribe(() => {
      said = 0;
      show(player.time());
    });
    return () => {
      stop();
      settle();
    };
  }, [player, scale, viewport, dragging]);

  return (
    <div
      ref={element}
      className={styles.playhead}
      role="slider"
      tabIndex={0}
      data-keys="room"
      aria-label="Playhead"
      aria-valuemin={0}
      aria-valuemax={Math.round(scale.duration * 100) / 100}
      aria-valuenow={0}
    />
  );
}
