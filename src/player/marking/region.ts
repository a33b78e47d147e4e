import type { Area } from '../../shared/model/edit/list.ts';

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

/** The picture that a block shows, where it shows one of which a part can be spoken of. */
export const pictureIn = (body: Element): HTMLImageElement | null => body.querySelector('.sh-image img');

interface Frame {
  box: HTMLElement;
  put(area: Area): void;
  remove(): void;
}

/** A frame over a picture, in shares of it; it stays there when the picture becomes wider or narrower. */
function frameOver(picture: HTMLImageElement, area: Area): Frame {
  const box = document.createElement('div');
  box.className = 'region';
  const holder = picture.closest<HTMLElement>('.sh-image') ?? picture.parentElement;
  holder?.classList.add('has-region');
  holder?.append(box);
  let shown = area;
  const place = () => {
    const { x, y, width, height } = shown;
    Object.assign(box.style, {
      left: `${picture.offsetLeft + x * picture.offsetWidth}px`,
      top: `${picture.offsetTop + y * picture.offsetHeight}px`,
      width: `${width * picture.offsetWidth}px`,
      height: `${height * picture.offsetHeight}px`,
    });
  };
  const resized = new ResizeObserver(place);
  resized.observe(picture);
  if (holder) resized.observe(holder);
  place();
  return {
    box,
    put(next) {
      shown = next;
      place();
    },
    remove() {
      resized.disconnect();
      box.remove();
    },
  };
}

/** Shows a part of a picture; answers how to take the frame away. */
export function showRegion(picture: HTMLImageElement, area: Area): () => void {
  return frameOver(picture, area).remove;
}

/** Draws a frame with the pointer, on the picture or on the frame that is there. */
function draw(picture: HTMLImageElement, box: HTMLElement, set: (area: Area) => void, signal: AbortSignal): void {
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
  const up = () => {
    start = null;
  };
  for (const element of [picture, box]) {
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', up, { signal });
  }
}

interface Marking {
  onChange(area: Area): void;
  /** Enter on the frame: it is where it should be. */
  onDone(): void;
}

/**
 * Lets someone mark a part of a picture: drawn with the pointer, or moved by arrows and made larger and smaller by arrows with
 * Shift. Answers how to take the frame away.
 */
export function markRegion(picture: HTMLImageElement, { onChange, onDone }: Marking): () => void {
  let area: Area = { x: 0.3, y: 0.3, width: 0.4, height: 0.4 };
  const { box, put, remove } = frameOver(picture, area);
  const over = new AbortController();
  box.classList.add('drawn');
  box.tabIndex = 0;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', 'The part you speak of. Arrows move it, Shift and arrows change its size, Enter goes on to your comment.');
  const set = (next: Area) => {
    area = fitted(next);
    put(area);
    onChange(area);
  };
  box.addEventListener('keydown', (event) => {
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
  draw(picture, box, set, over.signal);
  set(area);
  box.focus();
  return () => {
    over.abort();
    remove();
  };
}
