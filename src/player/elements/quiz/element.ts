import { isAnswered, judge } from '../../../shared/model/quiz/index.ts';
import type { Quiz } from '../../../shared/model/quiz/model.ts';
import { record } from '../record.ts';
import { spokenAt } from '../voice.ts';
import { type Asked, clearParts, type Desk } from './asked.ts';
import { askChoice } from './choice.ts';
import { askFill } from './fill.ts';
import { type HalfGiven, halfGiven } from './half-given.ts';
import { askHotspot } from './hotspot.ts';
import { askMatch } from './match.ts';
import { askOrder } from './order.ts';
import { verdictOf } from './verdict.ts';

/** From this many wrong tries on the answer can be looked at. */
const triesBeforeAnswer = 2;

function ask(quiz: Quiz, desk: Desk): Asked {
  switch (quiz.kind) {
    case 'order':
      return askOrder(quiz, desk);
    case 'match':
      return askMatch(quiz, desk);
    case 'fill':
      return askFill(desk);
    case 'hotspot':
      return askHotspot(quiz, desk);
    default:
      return askChoice(quiz, desk);
  }
}

/**
 * `<showhow-quiz data-block data-quiz><form>…`: judges the answer when asked, shows the notes on its parts, and the
 * explanation once it is right. The verdict is a status, so that it is heard as well as seen.
 */
export class ShowhowQuiz extends HTMLElement {
  #attempt = 0;
  #life: AbortController | null = null;
  #half: HalfGiven | null = null;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const { block: blockId, quiz: written } = this.dataset;
    if (!form || !blockId || !written) return;
    // Written by the same program from a module that was checked.
    const quiz = JSON.parse(written) as Quiz;
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#show('.sh-answer', false);
    this.#show('.sh-actions', true);
    this.#keepHints(signal);
    const open = () => {
      this.#clear(form, asked);
      this.#offer('check');
    };
    const changed = () => {
      open();
      this.#half?.keep();
    };
    const desk: Desk = { form, blockId, signal, changed, say: (text) => this.#say(text, 'none') };
    const asked = ask(quiz, desk);
    this.#half = halfGiven(form, blockId, signal);
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        // Enter in a field sends the form also where nothing in it is new.
        if (!this.#check?.hidden) this.#judge(form, quiz, asked);
      },
      { signal },
    );
    // A new answer is no longer the one that was judged.
    for (const name of ['change', 'input']) form.addEventListener(name, open, { signal });
    this.#again?.addEventListener('click', ({ detail }) => detail > 1 || this.#restart(form, asked), { signal });
    // It takes the place of what was pressed: neither a double click nor a key that is held down takes the answer back.
    this.#again?.addEventListener('keydown', (event) => event.repeat && event.preventDefault(), { signal });
  }

  disconnectedCallback(): void {
    this.#life?.abort();
  }

  get #check(): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>('button[type=submit]');
  }

  get #again(): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>('.sh-again');
  }

  #show(selector: string, visible: boolean): void {
    this.querySelector(selector)?.toggleAttribute('hidden', !visible);
  }

  /** One thing is next: an answer is checked, or, once it was, another one is tried. The keyboard goes from the one to the other. */
  #offer(next: 'check' | 'again'): void {
    const [check, again] = [this.#check, this.#again];
    if (!check || !again) return;
    const [come, go] = next === 'check' ? [check, again] : [again, check];
    come.hidden = false;
    if (document.activeElement === go) come.focus();
    go.hidden = true;
  }

  /** A hint waits until the one before it was read. */
  #keepHints(signal: AbortSignal): void {
    const clues = [...this.querySelectorAll<HTMLDetailsElement>('.sh-clue')];
    for (const [index, clue] of clues.entries()) {
      clue.hidden = index > 0;
      clue.addEventListener('toggle', () => clue.open && clues[index + 1]?.removeAttribute('hidden'), { signal });
    }
  }

  #judge(form: HTMLFormElement, quiz: Quiz, asked: Asked): void {
    const answer = asked.read();
    if (!isAnswered(quiz, answer)) {
      const { words } = spokenAt(this);
      const chooses = answer.kind === 'single' || answer.kind === 'multiple' || answer.kind === 'hotspot';
      this.#say(chooses ? words.nothingChosen : words.notDone, 'none');
      return;
    }
    const judgement = judge(quiz, answer);
    const { correct } = judgement;
    this.#attempt += 1;
    this.#half?.forget();
    this.#clear(form, asked);
    asked.mark(judgement);
    this.#say(verdictOf(answer, judgement, spokenAt(this).words), correct ? 'right' : 'wrong');
    this.#show(correct ? '.sh-whole-right' : '.sh-whole-wrong', true);
    this.#show('.sh-explanation', correct);
    this.#show('.sh-answer', !correct && this.#attempt >= triesBeforeAnswer);
    this.#offer('again');
    const { block: blockId } = this.dataset;
    if (blockId) record(this, { verb: 'answered', blockId, answer, correct, attempt: this.#attempt });
  }

  #say(text: string, verdict: 'right' | 'wrong' | 'none'): void {
    const line = this.querySelector('.sh-verdict');
    if (!line) return;
    line.textContent = text;
    line.setAttribute('data-verdict', verdict);
  }

  #clear(form: HTMLFormElement, asked: Asked): void {
    this.#say('', 'none');
    for (const part of ['.sh-explanation', '.sh-whole-right', '.sh-whole-wrong']) this.#show(part, false);
    clearParts(form);
    asked.clear?.();
  }

  #restart(form: HTMLFormElement, asked: Asked): void {
    asked.reset(this.#attempt + 1);
    this.#half?.forget();
    this.#clear(form, asked);
    this.#offer('check');
    asked.first()?.focus();
  }
}
