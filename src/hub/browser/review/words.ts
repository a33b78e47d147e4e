import { markedIn } from '../../../player/marking/quote.ts';
import type { Quote } from '../../../shared/model/review/anchor.ts';
import { blockIn, rowOf, speakOf } from './form.ts';

interface Marked {
  row: HTMLElement;
  quote: Quote;
}

let marked: Marked | null = null;

/** What is marked inside one part of the module, with what stands around it. */
function readSelection(): Marked | null {
  const row = rowOf(document.getSelection()?.anchorNode ?? null);
  const body = row?.querySelector('.sh-body');
  const quote = body && markedIn(body);
  return row && quote ? { row, quote } : null;
}

/** The button in the margin says what it will speak of, while words are marked. */
function offer({ row }: Marked, on: boolean): void {
  row.classList.toggle('words-marked', on);
}

document.addEventListener('selectionchange', () => {
  const now = readSelection();
  // Going to the button takes the marking away; what was marked last in this row still counts.
  if (!now && marked && (document.activeElement === document.body || marked.row.contains(document.activeElement))) return;
  if (marked) offer(marked, false);
  marked = now;
  if (marked) offer(marked, true);
});

/** A form that opens while words of its part are marked speaks of them. */
export function takeMarked(row: HTMLElement, form: HTMLFormElement): boolean {
  if (marked?.row !== row) return false;
  const { quote } = marked;
  speakOf(form, { kind: 'text', blockId: blockIn(row), quote, start: 0, end: 0 }, `“${quote.exact}”`);
  offer(marked, false);
  marked = null;
  return true;
}
