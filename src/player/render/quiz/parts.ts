import type { Around } from '../around.ts';
import type { Markup } from '../markup.ts';
import type { Voice } from '../voice.ts';

/** What a question needs to know of the page around it. */
export type QuizAround = Pick<Around, 'media' | 'voice'>;

/** What a kind of question brings into the form that all of them share. */
export interface QuizParts {
  /** How it is answered, in a sentence. */
  howTo: string;
  body: Markup[];
  /** What is right, in words. */
  right: Markup[];
}

/** What is said about one part once it is judged: a mark in words, and the author's note. */
export const markOf = ({ mark }: Voice): Markup => ['span', { class: 'sh-mark', ...mark }];
export const note = (text: string): Markup[] => (text ? [['p', { class: 'sh-feedback', hidden: '' }, text]] : []);

export const listOf = (tag: 'ul' | 'ol', texts: readonly string[]): Markup => [tag, {}, ...texts.map((text): Markup => ['li', {}, text])];
