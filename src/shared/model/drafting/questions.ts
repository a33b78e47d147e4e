import type { Block } from '../blocks/index.ts';
import { clock } from '../clock.ts';
import { emptyItem, emptyQuiz, usualIgnores } from '../quiz/blank.ts';
import type { FillQuiz, OrderQuiz } from '../quiz/model.ts';
import type { Part } from './parts.ts';
import { words } from './words.ts';

const mostItems = 10;
const fewestItems = 3;

/** "Bring the steps into their order": asked where enough steps have a name, and no two the same one. */
export function orderQuestion(parts: readonly Pick<Part, 'title'>[], newId: () => string): OrderQuiz | null {
  const titles = parts.map(({ title }) => title).slice(0, mostItems);
  const distinct = new Set(titles.map((title) => title.toLowerCase()));
  if (titles.length < fewestItems || titles.includes('') || distinct.size < titles.length) return null;
  const items = titles.map((text) => ({ ...emptyItem(newId), text }));
  return { kind: 'order', question: words.order, explanation: words.orderBecause, items };
}

/** A sentence with exactly one figure: what is asked for is then beyond doubt. */
const figure = /(?<![\p{L}\p{N}.,:/-])\d+(?:[.,]\d+)?(?![\p{L}\p{N}/:-]|[.,]\d)/gu;
const shortest = 5;
const longest = 25;

/** Sentences as they are said, each with the moment at which its caption begins. One that no full stop ends was not heard to its end. */
function sentencesOf(said: Part['said']): { at: number; text: string }[] {
  const sentences: { at: number; text: string }[] = [];
  let open: { at: number; text: string } | null = null;
  for (const { at, text } of said) {
    for (const piece of text.split(/(?<=[.!?])\s+/u)) {
      open = open ? { at: open.at, text: `${open.text} ${piece}` } : { at, text: piece };
      if (!/[.!?]$/u.test(piece)) continue;
      sentences.push(open);
      open = null;
    }
  }
  return sentences;
}

/** A sentence of the video with its figure left out, where one is said that has just one. */
export function figureQuestion(parts: readonly Pick<Part, 'said'>[], newId: () => string): FillQuiz | null {
  for (const { at, text } of parts.flatMap(({ said }) => sentencesOf(said))) {
    const found = [...text.matchAll(figure)];
    const [only] = found;
    const length = text.split(' ').length;
    if (!only || found.length !== 1 || length < shortest || length > longest) continue;
    const [value] = only;
    return {
      kind: 'fill',
      question: words.figure,
      explanation: words.saidAt(clock(at)),
      parts: [
        ...(only.index > 0 ? [{ type: 'text' as const, text: text.slice(0, only.index) }] : []),
        { type: 'gap', id: newId(), accepts: [value], feedback: '' },
        { type: 'text', text: text.slice(only.index + value.length) },
      ],
      ignores: usualIgnores,
    };
  }
  return null;
}

/** A question whose words nobody can know but the author. */
export const openQuestion = (newId: () => string): Block => ({
  type: 'quiz',
  attrs: { id: newId(), hint: words.hints.question, quiz: emptyQuiz('single', newId, 3) },
});
