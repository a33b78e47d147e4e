import type { Quote } from '../../../shared/model/review/anchor.ts';
import { blockIn, rowOf, speakOf } from './form.ts';

const around = 32;
const longest = 1000;

interface Marked {
  row: HTMLElement;
  quote: Quote;
}

let marked: Marked | null = null;

/** What is marked inside one part of the module, with what stands around it. */
function readSelection(): Marked | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const row = rowOf(range.startContainer);
  const body = row?.querySelector('.sh-body');
  const exact = selection.toString();
  if (!row || !body?.contains(range.startContainer) || !body.contains(range.endContainer)) return null;
  if (exact.trim() === '' || exact.length > longest) return null;
  const before = range.cloneRange();
  before.selectNodeContents(body);
  before.setEnd(range.startContainer, range.startOffset);
  const after = range.cloneRange();
  after.selectNodeContents(body);
  after.setStart(range.endContainer, range.endOffset);
  return { row, quote: { exact, prefix: before.toString().slice(-around), suffix: after.toString().slice(0, around) } };
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
