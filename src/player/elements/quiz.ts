import { grade } from '../../shared/model/grade.ts';
import { words } from '../words.ts';
import { record } from './record.ts';

interface Choice {
  input: HTMLInputElement;
  row: Element;
}

/**
 * `<showhow-quiz data-block><form>…`: judges the choice when asked, shows the notes of what was chosen,
 * and the explanation once it is right. The verdict is a status, so that it is heard as well as seen.
 */
export class ShowhowQuiz extends HTMLElement {
  #attempt = 0;
  #life: AbortController | null = null;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.querySelector('details')?.remove();
    this.querySelector('.sh-actions')?.removeAttribute('hidden');
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#judge();
      },
      { signal },
    );
    // A new choice is no longer the one that was judged.
    form.addEventListener('change', () => this.#clear(), { signal });
    this.#again?.addEventListener('click', () => this.#restart(form), { signal });
  }

  disconnectedCallback(): void {
    this.#life?.abort();
  }

  get #again(): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>('.sh-actions button[type=button]');
  }

  get #choices(): Choice[] {
    return [...this.querySelectorAll('.sh-option')].flatMap((row) => {
      const input = row.querySelector('input');
      return input ? [{ input, row }] : [];
    });
  }

  #judge(): void {
    const choices = this.#choices;
    const options = choices.map(({ input }) => ({ id: input.value, correct: input.dataset.correct === 'true' }));
    const chosen = choices.filter(({ input }) => input.checked);
    if (chosen.length === 0) {
      this.#say(words.nothingChosen, 'none');
      return;
    }
    const ids = chosen.map(({ input }) => input.value);
    const right = grade({ options }, ids);
    this.#clear();
    for (const choice of chosen) mark(choice);
    const blunder = chosen.some(({ input }) => input.dataset.correct !== 'true');
    this.#say(right ? words.right : blunder ? words.wrong : words.incomplete, right ? 'right' : 'wrong');
    this.querySelector('.sh-explanation')?.toggleAttribute('hidden', !right);
    if (this.#again) this.#again.hidden = false;
    this.#attempt += 1;
    const { block: blockId } = this.dataset;
    if (blockId) record(this, { verb: 'answered', blockId, chosen: ids, correct: right, attempt: this.#attempt });
  }

  #say(text: string, verdict: 'right' | 'wrong' | 'none'): void {
    const line = this.querySelector('.sh-verdict');
    if (!line) return;
    line.textContent = text;
    line.setAttribute('data-verdict', verdict);
  }

  #clear(): void {
    this.#say('', 'none');
    this.querySelector('.sh-explanation')?.setAttribute('hidden', '');
    for (const { row } of this.#choices) {
      row.removeAttribute('data-verdict');
      row.querySelector('.sh-feedback')?.setAttribute('hidden', '');
      row.querySelector('.sh-mark')?.replaceChildren();
    }
  }

  #restart(form: HTMLFormElement): void {
    form.reset();
    this.#clear();
    if (this.#again) this.#again.hidden = true;
    this.#choices[0]?.input.focus();
  }
}

function mark({ input, row }: Choice): void {
  const right = input.dataset.correct === 'true';
  row.setAttribute('data-verdict', right ? 'right' : 'wrong');
  row.querySelector('.sh-mark')?.replaceChildren(right ? words.rightMark : words.wrongMark);
  row.querySelector('.sh-feedback')?.removeAttribute('hidden');
}
