import type { Take } from '../../../shared/model/take.ts';

interface WaitingWords {
  title: string;
  what(title: string, when: string): string;
  safe: string;
  /** The button that makes it ready. */
  again: string;
  trying(title: string): string;
  /** From where the cutting room leads back. */
  fromStart: string;
}

/** What is said of a take that waits to be made ready: a recording that broke off, or a file that could not be prepared at once. */
export const waitingWords: Record<Take['origin'], WaitingWords> = {
  recorded: {
    title: 'This take was interrupted',
    what: (title, when) => `“${title}” was interrupted ${when}.`,
    safe: 'What was recorded is saved.',
    again: 'Open it',
    trying: (title) => `Saving “${title}”`,
    fromStart: 'Open it from the start page, and it can be cut.',
  },
  imported: {
    title: 'This file is not ready yet',
    what: (title, when) => `“${title}”, imported ${when}, could not be made ready to cut.`,
    safe: 'The file is kept here.',
    again: 'Try again',
    trying: (title) => `Making “${title}” ready`,
    fromStart: 'Try again from the start page, and it can be cut.',
  },
};
