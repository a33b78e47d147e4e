import type { Ignores, OrderItem, Pair, Quiz, QuizOption } from './model.ts';

type NewId = () => string;

export const emptyOption = (newId: NewId): QuizOption => ({ id: newId(), text: '', correct: false, feedback: '' });
export const emptyItem = (newId: NewId): OrderItem => ({ id: newId(), text: '', feedback: '' });
export const emptyPair = (newId: NewId): Pair => ({ id: newId(), left: '', right: '', feedback: '' });

/** What nobody who knows the answer should fail by. */
export const usualIgnores: Ignores = { case: true, spaces: true, diacritics: false };

/** How many answers, things to order or pairs a question begins with. Gaps and places are drawn by whoever asks. */
export const partsAtFirst: Record<Quiz['kind'], number> = { single: 2, multiple: 2, order: 3, match: 2, fill: 0, hotspot: 0 };

/** A question of a kind in which nothing is said. */
export function emptyQuiz(kind: Quiz['kind'], newId: NewId, parts = partsAtFirst[kind]): Quiz {
  const asked = { question: '', explanation: '' };
  const each = <Part>(empty: (newId: NewId) => Part): Part[] => Array.from({ length: parts }, () => empty(newId));
  switch (kind) {
    case 'order':
      return { ...asked, kind, items: each(emptyItem) };
    case 'match':
      return { ...asked, kind, pairs: each(emptyPair) };
    case 'fill':
      return { ...asked, kind, parts: [], ignores: usualIgnores };
    case 'hotspot':
      return { ...asked, kind, picture: null, regions: [] };
    default:
      return { ...asked, kind, options: each(emptyOption) };
  }
}
