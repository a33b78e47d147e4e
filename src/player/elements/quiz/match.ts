import type { MatchQuiz } from '../../../shared/model/quiz/model.ts';
import { shuffled, shuffleSeed } from '../../../shared/model/quiz/shuffle.ts';
import { type Asked, type Desk, markPart, partIn } from './asked.ts';

/** A card that a finger or a mouse carries to a row; whoever uses neither has the row's own choice. */
function dragCard(card: HTMLElement, form: Element, drop: (row: Element) => void, signal: AbortSignal): void {
  card.addEventListener(
    'pointerdown',
    (down) => {
      down.preventDefault();
      card.setPointerCapture(down.pointerId);
      card.classList.add('sh-dragged');
      const rowUnder = ({ clientX, clientY }: PointerEvent) =>
        document.elementsFromPoint(clientX, clientY).find((element) => form.contains(element) && element.matches('.sh-pair')) ?? null;
      const light = (row: Element | null) => {
        for (const one of form.querySelectorAll('.sh-pair')) one.classList.toggle('sh-over', one === row);
      };
      const follow = (event: PointerEvent) => {
        card.style.translate = `${event.clientX - down.clientX}px ${event.clientY - down.clientY}px`;
        light(rowUnder(event));
      };
      const release = (event: PointerEvent) => {
        const row = rowUnder(event);
        if (row) drop(row);
      };
      const end = () => {
        card.classList.remove('sh-dragged');
        card.style.translate = '';
        light(null);
        card.removeEventListener('pointermove', follow);
        card.removeEventListener('pointerup', release);
      };
      card.addEventListener('pointermove', follow, { signal });
      card.addEventListener('pointerup', release, { signal });
      card.addEventListener('lostpointercapture', end, { once: true, signal });
    },
    { signal },
  );
}

/** A choice beside each left side, and cards of the right ones to drag there. */
export function askMatch({ pairs }: MatchQuiz, { form, blockId, signal, changed }: Desk): Asked {
  const selects = [...form.querySelectorAll('select')];
  const idOf = (select: HTMLSelectElement) => select.closest<HTMLElement>('.sh-pair')?.dataset.part ?? '';
  const cards = document.createElement('div');
  cards.className = 'sh-cards';
  // The same words stand in every row's choice, where they can be heard and reached by keyboard.
  cards.setAttribute('aria-hidden', 'true');
  form.querySelector('.sh-pairs')?.before(cards);
  signal.addEventListener('abort', () => cards.remove());

  const showUsed = () => {
    for (const card of cards.children) {
      card.classList.toggle('sh-used', card instanceof HTMLElement && selects.some(({ value }) => value === card.dataset.value));
    }
  };
  const make = ({ id, right }: MatchQuiz['pairs'][number]) => {
    const card = document.createElement('span');
    card.className = 'sh-card';
    card.dataset.value = id;
    card.textContent = right;
    const drop = (row: Element) => {
      const select = row.querySelector('select');
      if (!select) return;
      select.value = id;
      showUsed();
      changed();
    };
    dragCard(card, form, drop, signal);
    return card;
  };
  const deal = (attempt: number) => {
    const order = shuffled(pairs, shuffleSeed(blockId, attempt));
    cards.replaceChildren(...order.map(make));
    for (const select of selects) {
      for (const { id } of order) {
        const option = [...select.options].find(({ value }) => value === id);
        if (option) select.append(option);
      }
    }
  };
  form.addEventListener('change', showUsed, { signal });
  deal(1);
  return {
    read: () => ({
      kind: 'match',
      pairs: selects.filter(({ value }) => value !== '').map((select): [string, string] => [idOf(select), select.value]),
    }),
    mark({ parts }) {
      for (const { id, right } of parts) markPart(partIn(form, id), right, !right);
    },
    reset(attempt) {
      form.reset();
      deal(attempt);
      showUsed();
    },
    first: () => selects[0] ?? null,
  };
}
