import type { Page } from '@playwright/test';

/** Marks a phrase of the first part of a review, which says `words`, as a reader does with the pointer or by Shift and the arrows. */
export const markPhrase = (page: Page, words: string, phrase: string): Promise<void> =>
  page.evaluate(
    ([start, end]) => {
      const [line] = document.querySelector('.review-block .sh-body p')?.childNodes ?? [];
      const range = document.createRange();
      if (!line) throw new Error('There are no words');
      range.setStart(line, start);
      range.setEnd(line, end);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    },
    [words.indexOf(phrase), words.indexOf(phrase) + phrase.length] as const,
  );
