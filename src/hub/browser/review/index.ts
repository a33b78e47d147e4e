import { highlight, rangeOf } from '../../../player/marking/letters.ts';
import { rowOf } from './form.ts';
import { speakOfMoment } from './moments.ts';
import './newer.ts';
import { offerRegion, showRegionOf } from './regions.ts';
import { takeMarked } from './words.ts';

/** What a review's page can do with a script: speak of words, of a moment, of a part of a picture. Without one a comment is on its part. */
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches('.say')) return;
    const row = rowOf(target);
    const form = target.querySelector('form');
    if (!row || !form?.querySelector('[data-spoken-of]')) return;
    // Brought back as it was left: it speaks of what it spoke of, and the reader is where she is.
    const begun = form.dataset.begun !== undefined;
    delete form.dataset.begun;
    if (begun || !takeMarked(row, form)) speakOfMoment(row, form, begun);
    offerRegion(row, form);
    if (!begun) form.querySelector('textarea')?.focus();
  },
  true,
);

/** Shows what a comment speaks of, while one looks at it. */
function show(target: EventTarget | null, on: boolean): void {
  const comment = target instanceof Element ? target.closest<HTMLElement>('.comment') : null;
  const row = rowOf(comment);
  if (!comment || !row) return;
  if (comment.dataset.area) showRegionOf(row, comment, on);
  const body = row.querySelector('.sh-body');
  const { quote: exact, prefix = '', suffix = '' } = comment.dataset;
  highlight(on && body && exact ? rangeOf(body, { exact, prefix, suffix }) : null);
}

for (const [name, on] of [
  ['pointerover', true],
  ['pointerout', false],
  ['focusin', true],
  ['focusout', false],
] as const)
  document.addEventListener(name, ({ target }) => show(target, on));
