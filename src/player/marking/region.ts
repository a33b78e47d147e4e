import type { Area } from '../../shared/model/edit/list.ts';
import { inFile, inSight } from '../../shared/model/review/area.ts';
import { easelOn } from './easel.ts';
import type { Shown } from './pictures.ts';

const least = 0.02;
const step = 0.02;
const within = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));

const fitted = ({ x, y, width, height }: Area): Area => {
  const size = { width: within(width, least, 1), height: within(height, least, 1) };
  return { x: within(x, 0, 1 - size.width), y: within(y, 0, 1 - size.height), ...size };
};

const moves: Record<string, [number, number]> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** Shows a part of a picture's file, as far as it is seen; answers how to take the frame away. */
export function showRegion({ element, crop }: Shown, area: Area): () => void {
  const seen = inSight(area, crop);
  return seen ? easelOn(element, seen).remove : () => undefined;
}

/** Draws a frame with the pointer, wherever on the picture. */
function draw(sheet: HTMLElement, set: (area: Area) => void): void {
  const at = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const { left, top, width, height } = sheet.getBoundingClientRect();
    return [within((clientX - left) / width, 0, 1), within((clientY - top) / height, 0, 1)];
  };
  let start: [number, number] | null = null;
  sheet.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    start = at(event);
    sheet.setPointerCapture(event.pointerId);
  });
  sheet.addEventListener('pointermove', (event) => {
    if (!start) return;
    const [x, y] = at(event);
    set({ x: Math.min(x, start[0]), y: Math.min(y, start[1]), width: Math.abs(x - start[0]), height: Math.abs(y - start[1]) });
  });
  const up = () => {
    start = null;
  };
  sheet.addEventListener('pointerup', up);
  sheet.addEventListener('pointercancel', up);
}

/** A card turns to the side that one marks. */
function bringIntoSight(element: Element): void {
  if (element.closest('[data-away]')) element.closest('.sh-flip')?.querySelector<HTMLButtonElement>('.sh-turn')?.click();
}

interface Marking {
  /** In shares of the picture's file, whatever crop is seen of it. */
  onChange(area: Area): void;
  /** Enter on the frame: it is where it should be. */
  onDone(): void;
}

/**
 * Lets someone mark a part of a picture: drawn with the pointer, or moved by arrows and made larger and smaller by arrows with
 * Shift. Answers how to take the frame away.
 */
export function markRegion({ element, crop }: Shown, { onChange, onDone }: Marking): () => void {
  bringIntoSight(element);
  let area: Area = { x: 0.3, y: 0.3, width: 0.4, height: 0.4 };
  const { sheet, frame, put, remove } = easelOn(element, area);
  sheet.classList.add('drawing');
  frame.tabIndex = 0;
  frame.setAttribute('role', 'group');
  frame.setAttribute(
    'aria-label',
    'The part you speak of. Arrows move it, Shift and arrows change its size, Enter goes on to your comment.',
  );
  const set = (next: Area) => {
    area = fitted(next);
    put(area);
    onChange(inFile(area, crop));
  };
  frame.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onDone();
    }
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const [x, y] = move;
    set(event.shiftKey ? { ...area, width: area.width + x, height: area.height + y } : { ...area, x: area.x + x, y: area.y + y });
  });
  draw(sheet, set);
  set(area);
  frame.focus();
  return remove;
}
