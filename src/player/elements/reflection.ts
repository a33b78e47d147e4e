import { ownKey, withStorage } from './storage.ts';
import { spokenAt } from './voice.ts';

/** `<showhow-reflection data-block>`: keeps what a learner writes to herself in her own browser, and nowhere else. */
export class ShowhowReflection extends HTMLElement {
  #life: AbortController | null = null;

  connectedCallback(): void {
    const area = this.querySelector('textarea');
    const { block } = this.dataset;
    if (!area || !block) return;
    this.#life = new AbortController();
    const key = ownKey('reflection', block);
    area.parentElement?.removeAttribute('hidden');
    const kept = withStorage((storage) => storage.getItem(key) ?? '');
    if (kept === null) this.#notKept();
    else area.value = kept;
    const keep = () => {
      const { value } = area;
      const done = withStorage((storage) => {
        if (value.trim() === '') storage.removeItem(key);
        else storage.setItem(key, value);
        return true;
      });
      if (!done) this.#notKept();
    };
    area.addEventListener('input', keep, { signal: this.#life.signal });
  }

  disconnectedCallback(): void {
    this.#life?.abort();
  }

  #notKept(): void {
    this.querySelector('.sh-hint')?.replaceChildren(spokenAt(this).words.notKept);
  }
}
