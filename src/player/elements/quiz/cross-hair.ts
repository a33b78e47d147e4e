import type { Point } from '../../../shared/model/quiz/answer.ts';

/** How far an arrow key moves the cross-hair, as a share of the picture; with shift it goes further. */
const step = 0.02;
const longStep = 0.1;

const arrows: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const inside = (share: number): number => Math.min(1, Math.max(0, share));

/** Makes a button that lies over a picture one to point with: by pointer where it is pressed, by keys where the cross-hair stands. */
export function crossHair(button: HTMLButtonElement, point: (at: Point) => void, signal: AbortSignal): void {
  let at: Point = { x: 0.5, y: 0.5 };
  const cross = document.createElement('span');
  cross.className = 'sh-cross';
  button.append(cross);
  signal.addEventListener('abort', () => cross.remove());
  const show = () => {
    cross.style.left = `${at.x * 100}%`;
    cross.style.top = `${at.y * 100}%`;
  };
  show();
  button.addEventListener(
    'keydown',
    (event) => {
      const way = event.ctrlKey || event.metaKey || event.altKey ? undefined : arrows[event.key];
      if (!way) return;
      event.preventDefault();
      const far = event.shiftKey ? longStep : step;
      at = { x: inside(at.x + way[0] * far), y: inside(at.y + way[1] * far) };
      show();
    },
    { signal },
  );
  button.addEventListener(
    'click',
    (event) => {
      // A click that a key made has no place of its own.
      if (event.detail > 0) {
        const { left, top, width, height } = button.getBoundingClientRect();
        at = { x: inside((event.clientX - left) / width), y: inside((event.clientY - top) / height) };
        show();
      }
      point(at);
    },
    { signal },
  );
}
