import type { Area } from '../../../shared/model/edit/list.ts';
import { blockIn, speakOf, tool, toolsOf } from './form.ts';

const least = 0.02;
const step = 0.02;
const within = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));

const fitted = ({ x, y, width, height }: Area): Area => {
  const size = { width: within(width, least, 1), height: within(height, least, 1) };
  return { x: within(x, 0, 1 - size.width), y: within(y, 0, 1 - size.height), ...size };
};

/** A frame over a picture, in shares of it. */
function frame(picture: HTMLImageElement, area: Area): HTMLElement {
  const box = document.createElement('div');
  box.className = 'region';
  const holder = picture.closest<HTMLElement>('.sh-image') ?? picture.parentElement;
  holder?.classList.add('has-region');
  holder?.append(box);
  put(picture, box, area);
  return box;
}

function put(picture: HTMLImageElement, box: HTMLElement, { x, y, width, height }: Area): void {
  Object.assign(box.style, {
    left: `${picture.offsetLeft + x * picture.offsetWidth}px`,
    top: `${picture.offsetTop + y * picture.offsetHeight}px`,
    width: `${width * picture.offsetWidth}px`,
    height: `${height * picture.offsetHeight}px`,
  });
}

const moves: Record<string, [number, number]> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** Lets her draw a frame, or move it by arrows and change its size by arrows with Shift. */
function mark(picture: HTMLImageElement, form: HTMLFormElement, row: HTMLElement): void {
  row.querySelector('.region.drawn')?.remove();
  let area: Area = { x: 0.3, y: 0.3, width: 0.4, height: 0.4 };
  const box = frame(picture, area);
  box.classList.add('drawn');
  box.tabIndex = 0;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', 'The part you speak of. Arrows move it, Shift and arrows change its size, Enter goes on to your comment.');
  const set = (next: Area) => {
    area = fitted(next);
    put(picture, box, area);
    const blockId = blockIn(row);
    speakOf(form, { kind: 'region', blockId, media: '0'.repeat(64), area }, 'A part of the picture');
  };
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      form.querySelector('textarea')?.focus();
    }
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const [x, y] = move;
    set(event.shiftKey ? { ...area, width: area.width + x, height: area.height + y } : { ...area, x: area.x + x, y: area.y + y });
  });
  draw(picture, box, set);
  set(area);
  box.focus();
}

let drawing: AbortController | null = null;

function draw(picture: HTMLImageElement, box: HTMLElement, set: (area: Area) => void): void {
  drawing?.abort();
  drawing = new AbortController();
  const { signal } = drawing;
  const at = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    return [within((clientX - left) / width, 0, 1), within((clientY - top) / height, 0, 1)];
  };
  let start: [number, number] | null = null;
  const down = (event: PointerEvent) => {
    event.preventDefault();
    start = at(event);
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    if (!start) return;
    const [x, y] = at(event);
    set({ x: Math.min(x, start[0]), y: Math.min(y, start[1]), width: Math.abs(x - start[0]), height: Math.abs(y - start[1]) });
  };
  for (const element of [picture, box]) {
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener(
      'pointerup',
      () => {
        start = null;
      },
      { signal },
    );
  }
}

/** A form beside a picture can speak of a part of it. */
export function offerRegion(row: HTMLElement, form: HTMLFormElement): void {
  const picture = row.querySelector<HTMLImageElement>('.sh-body .sh-image img');
  const tools = picture && toolsOf(form);
  if (!picture || !tools) return;
  tools.append(
    tool('Mark a part of the picture', () => mark(picture, form, row)),
    tool('The whole picture', () => {
      row.querySelector('.region.drawn')?.remove();
      speakOf(form, null, '');
    }),
  );
}

/** Shows the frame of a comment while it is pointed at or has the focus. */
export function showRegion(row: HTMLElement, comment: HTMLElement, on: boolean): void {
  row.querySelector('.region:not(.drawn)')?.remove();
  const picture = row.querySelector<HTMLImageElement>('.sh-body .sh-image img');
  const [x, y, width, height] = (comment.dataset.area ?? '').split(' ').map(Number);
  if (on && picture && x !== undefined && y !== undefined && width && height) frame(picture, { x, y, width, height });
}
