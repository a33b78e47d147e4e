import type { OrderQuiz } from '../../../shared/model/quiz/model.ts';
import { shuffled, shuffleSeed } from '../../../shared/model/quiz/shuffle.ts';
import { spokenAt } from '../voice.ts';
import { type Asked, type Desk, markPart, partIn } from './asked.ts';

/** Lets a finger or a mouse take a row and carry it up and down its list. */
function dragRows(list: Element, row: HTMLElement, moved: () => void, signal: AbortSignal): void {
  const grip = document.createElement('span');
  grip.className = 'sh-grip';
  grip.setAttribute('aria-hidden', 'true');
  row.querySelector('.sh-row')?.prepend(grip);
  signal.addEventListener('abort', () => grip.remove());
  grip.addEventListener(
    'pointerdown',
    (down) => {
      down.preventDefault();
      grip.setPointerCapture(down.pointerId);
      row.classList.add('sh-dragged');
      const follow = ({ clientY }: PointerEvent) => {
        const before = [...list.children].find((other) => {
          const { top, height } = other.getBoundingClientRect();
          return other !== row && clientY < top + height / 2;
        });
        if (before ? row.nextElementSibling !== before : list.lastElementChild !== row) list.insertBefore(row, before ?? null);
      };
      const end = () => {
        row.classList.remove('sh-dragged');
        grip.removeEventListener('pointermove', follow);
        moved();
      };
      grip.addEventListener('pointermove', follow, { signal });
      grip.addEventListener('lostpointercapture', end, { once: true, signal });
    },
    { signal },
  );
}

/** A list whose rows go up and down by buttons, and by dragging. */
export function askOrder({ items }: OrderQuiz, { form, blockId, signal, changed, say }: Desk): Asked {
  const { words } = spokenAt(form);
  const list = form.querySelector('.sh-order');
  const rows = () => [...(list?.children ?? [])].filter((row) => row instanceof HTMLElement);
  const idOf = (row: HTMLElement) => row.dataset.part ?? '';
  const textOf = (row: HTMLElement) => row.querySelector('.sh-label')?.textContent ?? '';

  /** At either end a button has nothing to do; it stays where it is, so that focus is not lost on the way. */
  const setEnds = () => {
    const all = rows();
    for (const [place, row] of all.entries()) {
      row.querySelector('[data-move=up]')?.setAttribute('aria-disabled', String(place === 0));
      row.querySelector('[data-move=down]')?.setAttribute('aria-disabled', String(place === all.length - 1));
    }
  };
  const tell = (row: HTMLElement) => {
    setEnds();
    changed();
    say(words.movedTo(textOf(row), rows().indexOf(row) + 1, rows().length));
  };
  const move = (row: HTMLElement, button: HTMLElement) => {
    const neighbour = button.dataset.move === 'up' ? row.previousElementSibling : row.nextElementSibling;
    if (!neighbour) return;
    // The neighbour moves, so that the button keeps the focus.
    if (button.dataset.move === 'up') row.after(neighbour);
    else row.before(neighbour);
    tell(row);
  };

  for (const row of rows()) {
    for (const button of row.querySelectorAll<HTMLElement>('.sh-move')) {
      button.hidden = false;
      button.addEventListener('click', () => move(row, button), { signal });
    }
    if (list) dragRows(list, row, () => tell(row), signal);
  }
  setEnds();
  return {
    read: () => ({ kind: 'order', order: rows().map(idOf) }),
    mark({ parts }) {
      for (const { id, right } of parts) markPart(partIn(form, id), right, !right);
    },
    reset(attempt) {
      for (const { id } of shuffled(items, shuffleSeed(blockId, attempt))) {
        const row = partIn(form, id);
        if (row) list?.append(row);
      }
      setEnds();
    },
    first: () => list?.querySelector<HTMLElement>('.sh-move:not([aria-disabled=true])') ?? null,
  };
}
