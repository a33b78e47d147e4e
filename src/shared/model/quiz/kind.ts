import type { Say } from '../translation/wording.ts';

/** How far an answer is right. */
export interface Judgement {
  correct: boolean;
  /** 0…1, 1 exactly where `correct`. */
  scaled: number;
  /** Each part of the question, in its order: whether the answer is right about it. */
  parts: { id: string; right: boolean }[];
}

/**
 * All that is asked of every kind of question. What stands behind it needs no Zod, because it travels in the player.
 * `read` takes whatever came and makes an answer of it, at worst the blank one.
 */
export interface QuizKind<Q, A> {
  /** Whether its parts are all there; that something is asked is seen to elsewhere. */
  isComplete(quiz: Q): boolean;
  blank(quiz: Q): A;
  read(quiz: Q, given: Readonly<Record<string, unknown>>): A;
  /** Whether it says enough to be judged. */
  isAnswered(quiz: Q, answer: A): boolean;
  /** Whether it names only what is in the question. */
  fits(quiz: Q, answer: A): boolean;
  right(quiz: Q): A;
  judge(quiz: Q, answer: A): Judgement;
  /** The words of its parts in the order in which one meets them. */
  texts(quiz: Q): string[];
  /** The question with the texts of its parts said anew; ids, places and what is right stay. */
  said(quiz: Q, say: Say): Q;
}

export const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** The judgement of a question whose parts are each right or not, and count alike. */
export function byParts(parts: Judgement['parts']): Judgement {
  const right = parts.filter((part) => part.right).length;
  return { correct: parts.length > 0 && right === parts.length, scaled: parts.length === 0 ? 0 : right / parts.length, parts };
}

/** Of what can be chosen: what is chosen wrongly takes from what is chosen rightly, so that choosing everything earns nothing. */
export function byChoice(options: readonly { id: string; correct: boolean }[], chosen: readonly string[], misses = 0): Judgement {
  const wanted = options.filter((option) => option.correct);
  const hits = wanted.filter(({ id }) => chosen.includes(id)).length;
  const blunders = options.filter(({ id, correct }) => !correct && chosen.includes(id)).length + misses;
  return {
    correct: wanted.length > 0 && hits === wanted.length && blunders === 0,
    scaled: wanted.length === 0 ? 0 : Math.max(0, hits - blunders) / wanted.length,
    parts: options.map(({ id, correct }) => ({ id, right: chosen.includes(id) === correct })),
  };
}

/** Whether all of these say something, and no two the same. */
export function allDiffer(texts: readonly string[]): boolean {
  const written = texts.map((text) => text.trim());
  return written.every(Boolean) && new Set(written).size === written.length;
}
