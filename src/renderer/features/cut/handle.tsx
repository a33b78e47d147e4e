import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import styles from './timeline.module.css';
import { pixelsPerSecond, type Scale, xOf } from './timeline-scale.ts';
import { spoken } from './words.ts';

interface Props {
  label: string;
  /** Where it stands, in seconds of the output. */
  at: number;
  /** What it says: a moment of the output, or of a take. */
  value: number;
  min: number;
  max: number;
  scale: Scale;
  /** Length of a frame in seconds: what an arrow moves it by. */
  frame: number;
  side: 'from' | 'to';
  kind: 'trim' | 'mark';
  /** Moves to a value; `free` while the key is held that suspends snapping, or where arrows move it. */
  onMove: (value: number, free: boolean) => void;
  onGrip?: () => void;
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
export function Handle({ label, at, value, min, max, scale, frame, side, kind, onMove, onGrip, onSettle }: Props) {
  const grip = useRef<{ x: number; value: number; second: number } | null>(null);
  const clamp = (to: number) => Math.min(Math.max(to, min), max);

  const take = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, value, second: pixelsPerSecond(scale) };
    onGrip?.();
  };
  const move = (event: PointerEvent) => {
    const from = grip.current;
    if (from) onMove(clamp(from.value + (event.clientX - from.x) / from.second), event.altKey);
  };
  const release = () => {
    if (grip.current === null) return;
    grip.current = null;
    onSettle?.();
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const stride = strides[event.key]?.(frame, event.shiftKey);
    const to = event.key === 'Home' ? min : event.key === 'End' ? max : stride === undefined ? null : value + stride;
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(clamp(to), true);
  };

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={Math.round(min * 100) / 100}
      aria-valuemax={Math.round(max * 100) / 100}
      aria-valuenow={Math.round(value * 100) / 100}
      aria-valuetext={spoken(value)}
      title={label}
      className={`${styles.handle} ${styles[kind]} ${styles[side]}`}
      style={{ left: xOf(scale, at) }}
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
