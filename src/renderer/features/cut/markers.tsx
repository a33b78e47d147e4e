import { Bookmark, Flag, Undo2 } from 'lucide-react';
import type { Removed } from '../../../shared/model/edit/removed.ts';
import type { Marker } from './chapters.ts';
import styles from './timeline.module.css';
import { type Scale, xOf } from './timeline-scale.ts';
import type { Sight } from './use-sight.ts';
import { spoken } from './words.ts';

interface MarkersProps {
  scale: Scale;
  sight: Sight;
  chapters: readonly Marker[];
  steps: readonly Marker[];
  onJump: (time: number) => void;
}

const within =
  ({ from, to }: Sight) =>
  (marker: { at: number }) =>
    marker.at >= from && marker.at <= to;

/** A title ends where the next marker begins, so none lies over another. */
const roomBefore = (markers: readonly Marker[], index: number, scale: Scale): number => {
  const next = markers[index + 1];
  const here = markers[index];
  return next && here ? Math.max(14, xOf(scale, next.at - here.at) - 2) : 220;
};

/** Chapters and the steps marked while recording, each where it begins. A chapter at a step stands for both. */
export function Markers({ scale, sight, chapters, steps, onJump }: MarkersProps) {
  const lonely = steps.filter((step) => !chapters.some((chapter) => Math.abs(chapter.at - step.at) < 0.5));
  const all = [
    ...chapters.map((marker) => ({ ...marker, icon: Bookmark, kind: styles.chapter, word: 'Chapter' })),
    ...lonely.map((marker) => ({ ...marker, icon: Flag, kind: styles.step, word: 'Marked while recording' })),
  ].sort((a, b) => a.at - b.at);
  return (
    <ul className={styles.markers} aria-label="Chapters and steps">
      {all.map((marker, index) => {
        if (!within(sight)(marker)) return null;
        const { id, at, title, icon: Icon, kind, word } = marker;
        return (
          <li key={id} className={styles.marker} style={{ left: xOf(scale, at), maxWidth: roomBefore(all, index, scale) }}>
            <button
              type="button"
              className={kind}
              title={`${word}: ${title}`}
              aria-label={`${word}: ${title}, at ${spoken(at)}`}
              onClick={() => onJump(at)}
            >
              <Icon size={13} aria-hidden="true" />
              <span>{title}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

interface CutMarksProps {
  scale: Scale;
  sight: Sight;
  removed: readonly Removed[];
  onBringBack: (removed: Removed) => void;
}

/** Cuts nearer to each other than this would lie over one another, in CSS pixels: the first of them stands for the place. */
const roomForMark = 44;

/** A small sign at each cut, with the way back. The list under Cuts says and does the same for keys and screen readers. */
export function CutMarks({ scale, sight, removed, onBringBack }: CutMarksProps) {
  let last = Number.NEGATIVE_INFINITY;
  return removed.filter(within(sight)).map((stretch) => {
    const x = xOf(scale, stretch.at);
    if (x - last < roomForMark) return null;
    last = x;
    return (
      <button
        key={`${stretch.source} ${stretch.from}`}
        type="button"
        tabIndex={-1}
        aria-hidden="true"
        className={styles.cutMark}
        style={{ left: x }}
        title={`Bring back ${spoken(stretch.to - stretch.from)}`}
        onClick={() => onBringBack(stretch)}
      >
        <Undo2 size={12} aria-hidden="true" />
      </button>
    );
  });
}
