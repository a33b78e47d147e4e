import { ownKey, withStorage } from './storage.ts';
import { spokenAt } from './voice.ts';

const key = (block: string) => ownKey('ticks', block);

function kept(block: string): ReadonlySet<string> {
  const text = withStorage((storage) => storage.getItem(key(block)));
  return new Set(text?.split(' ') ?? []);
}

function keep(block: string, ticks: readonly string[]): void {
  withStorage((storage) => (ticks.length > 0 ? storage.setItem(key(block), ticks.join(' ')) : storage.removeItem(key(block))));
}

/**
 * `<showhow-checklist data-block><ul><li><label><input data-point>…`: remembers in this browser what was ticked, says how far
 * one is, and lets one start over. Ticks are the learner's own; they go nowhere.
 */
export class ShowhowChecklist extends HTMLElement {
  #life: AbortController | null = null;
  #foot: HTMLElement | null = null;

  connectedCallback(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const ticks = kept(this.#block);
    for (const box of this.#boxes) box.checked = ticks.has(box.dataset.point ?? '');
    this.addEventListener('change', () => this.#changed(), { signal });
    this.#foot = this.#makeFoot(signal);
    this.append(this.#foot);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#life?.abort();
    this.#foot?.remove();
  }

  get #block(): string {
    return this.dataset.block ?? '';
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[data-point]')];
  }

  #makeFoot(signal: AbortSignal): HTMLElement {
    const { words, mark } = spokenAt(this);
    const foot = mark(document.createElement('p'));
    foot.className = 'sh-actions';
    const count = document.createElement('span');
    count.setAttribute('role', 'status');
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = words.untick;
    again.addEventListener(
      'click',
      () => {
        for (const box of this.#boxes) box.checked = false;
        this.#changed();
        this.#boxes[0]?.focus();
      },
      { signal },
    );
    foot.append(count, again);
    return foot;
  }

  #changed(): void {
    keep(
      this.#block,
      this.#boxes.filter(({ checked }) => checked).flatMap(({ dataset }) => dataset.point ?? []),
    );
    this.#show();
  }

  #show(): void {
    const ticked = this.#boxes.filter(({ checked }) => checked).length;
    this.#foot?.querySelector('span')?.replaceChildren(spokenAt(this).words.ticked(ticked, this.#boxes.length));
    this.#foot?.querySelector('button')?.toggleAttribute('hidden', ticked === 0);
  }
}
