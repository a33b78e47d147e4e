import { type Spoken, spokenAt } from './voice.ts';

/**
 * `<showhow-cards>`: each card turns by its button. What is turned away is hidden from everyone alike,
 * and what comes up is read out.
 */
export class ShowhowCards extends HTMLElement {
  connectedCallback(): void {
    const spoken = spokenAt(this);
    const cards = [...this.querySelectorAll<HTMLDetailsElement>('details.sh-card')];
    for (const [index, card] of cards.entries()) card.replaceWith(turning(card, spoken.words.turnCard(index + 1, cards.length), spoken));
  }
}

/** The same card as two sides and a button. */
function turning(card: HTMLDetailsElement, name: string, { words, mark }: Spoken): HTMLElement {
  const [front, back] = [element('div', 'sh-side'), element('div', 'sh-side')];
  front.append(...(card.querySelector('summary > .sh-side')?.childNodes ?? []));
  back.append(...(card.querySelector(':scope > .sh-side')?.childNodes ?? []));
  const sides = element('div', 'sh-sides');
  sides.setAttribute('aria-live', 'polite');
  sides.append(front, back);
  const button = mark(element('button', 'sh-turn'));
  button.type = 'button';
  button.textContent = words.turn;
  button.setAttribute('aria-label', name);
  const flip = element('div', 'sh-flip');
  const show = (turned: boolean) => {
    flip.toggleAttribute('data-turned', turned);
    front.toggleAttribute('data-away', turned);
    back.toggleAttribute('data-away', !turned);
    button.setAttribute('aria-pressed', String(turned));
  };
  button.addEventListener('click', () => show(!flip.hasAttribute('data-turned')));
  show(card.open);
  flip.append(sides, button);
  return flip;
}

function element<Tag extends 'div' | 'button'>(tag: Tag, className: string): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
