import { rowOf } from './form.ts';
import { bare, lettersOf } from './letters.ts';
import { speakOfMoment } from './moments.ts';
import { offerRegion, showRegion } from './regions.ts';
import { takeMarked } from './words.ts';

/** What a review's page can do with a script: speak of words, of a moment, of a part of a picture. Without one a comment is on its part. */
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches('.say')) return;
    const row = rowOf(target);
    const form = target.querySelector('form');
    if (!row || !form?.querySelector('[data-spoken-of]')) return;
    if (!takeMarked(row, form)) speakOfMoment(row, form);
    offerRegion(row, form);
    form.querySelector('textarea')?.focus();
  },
  true,
);

/** The words a comment speaks of, as a range of the page. */
function rangeOf(row: HTMLElement, quote: string): Range | null {
  const body = row.querySelector('.sh-body');
  if (!body || quote === '') return null;
  const letters = lettersOf(body);
  const start = letters.text.indexOf(bare(quote));
  const [first, last] = [letters.at(start), letters.at(start + bare(quote).length - 1)];
  if (start < 0 || !first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/** Shows what a comment speaks of, while one looks at it. */
function show(target: EventTarget | null, on: boolean): void {
  const comment = target instanceof Element ? target.closest<HTMLElement>('.comment') : null;
  const row = rowOf(comment);
  if (!comment || !row) return;
  if (comment.dataset.area) showRegion(row, comment, on);
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete('spoken-of');
  const range = on ? rangeOf(row, comment.dataset.quote ?? '') : null;
  if (range) CSS.highlights.set('spoken-of', new Highlight(range));
}

for (const [name, on] of [
  ['pointerover', true],
  ['pointerout', false],
  ['focusin', true],
  ['focusout', false],
] as const)
  document.addEventListener(name, ({ target }) => show(target, on));
