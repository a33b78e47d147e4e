import { spokenAt } from './voice.ts';

/** For how long the button says that it has copied, in milliseconds. */
const saysSo = 2000;

/** `<showhow-code><p class="sh-label">…<pre>`: adds a button that copies, where the browser lets a page write to the clipboard. */
export class ShowhowCode extends HTMLElement {
  #button: HTMLButtonElement | null = null;

  connectedCallback(): void {
    // Only over https and on one's own machine; elsewhere one selects and copies as ever.
    if (!navigator.clipboard) return;
    const { words, mark } = spokenAt(this);
    const button = mark(document.createElement('button'));
    button.type = 'button';
    button.textContent = words.copy;
    button.addEventListener('click', () => void this.#copy(button));
    const said = mark(document.createElement('span'));
    said.className = 'sh-said';
    said.setAttribute('role', 'status');
    this.querySelector('.sh-label')?.append(said, button);
    this.#button = button;
  }

  disconnectedCallback(): void {
    this.#button?.parentElement?.querySelector('.sh-said')?.remove();
    this.#button?.remove();
  }

  async #copy(button: HTMLButtonElement): Promise<void> {
    const { words } = spokenAt(this);
    const code = this.querySelector('code');
    const said = this.querySelector('.sh-said');
    try {
      await navigator.clipboard.writeText(code?.textContent ?? '');
    } catch {
      // Refused by the reader's browser: what is selected can still be copied by key.
      if (code) getSelection()?.selectAllChildren(code);
      return;
    }
    // The button keeps its place and the focus; the word is heard as well as seen.
    said?.replaceChildren(words.copied);
    button.textContent = words.copied;
    setTimeout(() => {
      said?.replaceChildren();
      button.textContent = words.copy;
    }, saysSo);
  }
}
