import type { Quote } from '../../shared/model/review/anchor.ts';

const around = 32;
const longest = 1000;

/** What is marked inside `body`, with what stands around it; null where nothing is, or something outside of it too. */
export function markedIn(body: Element): Quote | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const exact = selection.toString();
  if (!body.contains(range.startContainer) || !body.contains(range.endContainer)) return null;
  if (exact.trim() === '' || exact.length > longest) return null;
  const before = range.cloneRange();
  before.selectNodeContents(body);
  before.setEnd(range.startContainer, range.startOffset);
  const after = range.cloneRange();
  after.selectNodeContents(body);
  after.setStart(range.endContainer, range.endOffset);
  return { exact, prefix: before.toString().slice(-around), suffix: after.toString().slice(0, around) };
}
