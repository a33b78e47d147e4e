import type { Answer } from '../../../shared/model/quiz/answer.ts';
import type { Judgement } from '../../../shared/model/quiz/kind.ts';
import { spokenAt } from '../voice.ts';

/** A question's form as its kind reads and marks it. */
export interface Asked {
  read(): Answer;
  /** Shows of each part whether it is right, with the author's note. */
  mark(judgement: Judgement): void;
  /** Takes back what `mark` showed beyond marks and notes. */
  clear?(): void;
  /** Back to how it was before anything was answered; `attempt` is the number of the try that begins. */
  reset(attempt: number): void;
  /** Where answering begins. */
  first(): HTMLElement | null;
}

/** What a kind is given to work with. */
export interface Desk {
  form: HTMLFormElement;
  blockId: string;
  signal: AbortSignal;
  /** The answer is another one than was judged. */
  changed(): void;
  /** Says something that is only to be heard. */
  say(text: string): void;
}

export const partIn = (form: Element, id: string): HTMLElement | null => form.querySelector(`[data-part="${CSS.escape(id)}"]`);

/** Marks one part, in words as well as in colour; its note is shown where it speaks of what happened. */
export function markPart(row: Element | null, right: boolean, showNote: boolean): void {
  if (!row) return;
  const { words } = spokenAt(row);
  row.setAttribute('data-verdict', right ? 'right' : 'wrong');
  row.querySelector('.sh-mark')?.replaceChildren(right ? words.rightMark : words.wrongMark);
  if (showNote) row.querySelector('.sh-feedback')?.removeAttribute('hidden');
}

export function clearParts(form: Element): void {
  for (const row of form.querySelectorAll('[data-part]')) row.removeAttribute('data-verdict');
  for (const mark of form.querySelectorAll('.sh-mark')) mark.replaceChildren();
  for (const note of form.querySelectorAll('.sh-feedback')) note.setAttribute('hidden', '');
}
