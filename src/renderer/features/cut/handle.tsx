import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './timeline.module.css';
import { type Scale, timeOf } from './timeline-scale.ts';
import { spoken } from './words.ts';

interface Props {
  label: string;
  value: number;
  min: number;
  max: number;
  scale: Scale;
  /** Length of a frame in seconds: what an arrow moves it by. */
  frame: number;
  side: 'from' | 'to';
  kind: 'trim' | 'mark';
  onMove: (time: number) => void;
  /** The hand lets go: the next move is another step of the history. */
  onSettle?: () => void;
}

const strides: Record<string, (frame: number, shift: boolean) => number> = {
  ArrowLeft: (frame, shift) => -(shift ? 1 : frame),
  ArrowDown: (frame, shift) => -(shift ? 1 : frame),
  ArrowRight: (frame, shift) => (shift ? 1 : frame),
  ArrowUp: (frame, shift) => (shift ? 1 : frame),
  PageDown: () => -5,
  PageUp: () => 5,
};

/** One end of a stretch on the timeline, to be dragged or moved by arrows. */
export function Handle({ label, value, min, max, scale, frame, side, kind, onMove, onSettle }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const grip = useRef<number | null>(null);

  const timeAt = (clientX: number) => {
    const content = element.current?.parentElement?.getBoundingClientRect();
    return content ? timeOf(scale, clientX - content.left) : value;
  };
  const take = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    element.current?.setPointerCapture(event.pointerId);
    grip.current = timeAt(event.clientX) - value;
  };
  const move = (event: PointerEvent) => {
    if (grip.current !== null) onMove(timeAt(event.clientX) - grip.current);
  };
  const release = () => {
    if (grip.current === null) return;
    grip.current = null;
    onSettle?.();
  };
  const press = (event: KeyboardEvent) => {
    const stride = strides[event.key]?.(frame, event.shiftKey);
    const to = event.key === 'Home' ? min : event.key === 'End' ? max : stride === undefined ? null : value + stride;
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(Math.min(Math.max(to, min), max));
  };

  return (
    <div
      ref={element}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={Math.round(min * 100) / 100}
      aria-valuemax={Math.round(max * 100) / 100}
      aria-valuenow={Math.round(value * 100) / 100}
      aria-valuetext={spoken(value)}
      title={label}
      className={`${styles.handle} ${styles[kind]} ${styles[side]}`}
      style={{ left: `${(value / Math.max(scale.duration, 0.1)) * 100}%` }}
      onPointerDown={take}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={press}
      onKeyUp={(event) => event.key in strides && onSettle?.()}
      onBlur={onSettle}
    />
  );
}
