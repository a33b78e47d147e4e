import { v4 } from 'uuid';
import { judge } from '../../../../../shared/model/quiz/index.ts';
import type { ChoiceQuiz, FillPart, Gap, Quiz, Region } from '../../../../../shared/model/quiz/model.ts';

/** How many parts a question of each kind may have; as many as its model takes. */
export const most = { options: 8, items: 10, pairs: 10, gaps: 20, accepts: 10, regions: 12, hints: 5 } as const;

export const gapOf = (text: string): Gap => ({ type: 'gap', id: v4(), accepts: [text], feedback: '' });

/** A place where nobody has drawn one yet; several of them lie beside each other. */
export function newRegion(place: number, over: Partial<Region> = {}): Region {
  const [column, row] = [place % 4, Math.floor(place / 4) % 3];
  return {
    id: v4(),
    label: '',
    x: 0.05 + column * 0.23,
    y: 0.1 + row * 0.28,
    width: 0.2,
    height: 0.2,
    correct: place === 0,
    feedback: '',
    ...over,
  };
}

interface Part {
  id: string;
}

/** One part changed, of a list of them. */
export const changePart = <P extends Part>(parts: readonly P[], id: string, change: Partial<P>): P[] =>
  parts.map((part) => (part.id === id ? { ...part, ...change } : part));

export const removePart = <P extends Part>(parts: readonly P[], id: string): P[] => parts.filter((part) => part.id !== id);

/** One part up or down by one place; at either end it stays. */
export function movePart<P extends Part>(parts: readonly P[], id: string, by: -1 | 1): P[] {
  const at = parts.findIndex((part) => part.id === id);
  const moved = parts[at];
  if (!moved || at + by < 0 || at + by >= parts.length) return [...parts];
  return parts.toSpliced(at, 1).toSpliced(at + by, 0, moved);
}

/** Where one answer is right, marking it takes the mark from the others. */
export const setCorrect = (quiz: ChoiceQuiz, id: string, correct: boolean): ChoiceQuiz => ({
  ...quiz,
  options: quiz.options.map((option) =>
    option.id === id ? { ...option, correct } : { ...option, correct: quiz.kind === 'multiple' && option.correct },
  ),
});

/** What nothing stands in is left out rather than empty, so that a question without it stays as it was. */
export function setHints(quiz: Quiz, hints: string[]): Quiz {
  const { hints: _, ...rest } = quiz;
  return hints.length > 0 ? { ...rest, hints } : rest;
}

export function setFeedback(quiz: Quiz, change: Partial<NonNullable<Quiz['feedback']>>): Quiz {
  const { feedback = { right: '', wrong: '' }, ...rest } = quiz;
  const next = { ...feedback, ...change };
  return next.right === '' && next.wrong === '' ? rest : { ...rest, feedback: next };
}

const count = (quiz: Quiz): string => [quiz.kind, judge(quiz, null).parts.length, quiz.hints?.length ?? 0].join();

/** Another kind, or a part or a hint more or less: more than typing, and undone by itself. */
export const isRebuilt = (before: Quiz, after: Quiz): boolean => count(before) !== count(after);

const isGap = (part: FillPart): part is Gap => part.type === 'gap';

/** A text with gaps as it is typed: each gap in square brackets, with the first of what it accepts. */
export const typedFrom = (parts: readonly FillPart[]): string =>
  parts.map((part) => (isGap(part) ? `[${part.accepts[0] ?? ''}]` : part.text)).join('');

/** The parts of what was typed. A gap that was there keeps its id, its other answers and its note, wherever it went. */
export function partsFrom(typed: string, before: readonly FillPart[]): FillPart[] {
  const old = before.filter(isGap);
  const found = [...typed.matchAll(/\[([^[\]\n]{0,100})\]/g)].slice(0, most.gaps);
  const kept = new Map<number, Gap>();
  const take = (index: number, gap: Gap | undefined) => gap && ![...kept.values()].includes(gap) && kept.set(index, gap);
  for (const [index, [, word]] of found.entries())
    take(
      index,
      old.find((gap) => gap.accepts[0] === word && ![...kept.values()].includes(gap)),
    );
  // One whose word is being changed is told by its place.
  for (const index of found.keys()) if (!kept.has(index)) take(index, old[index]);
  const parts: FillPart[] = [];
  let at = 0;
  const text = (until: number) => {
    if (until > at) parts.push({ type: 'text', text: typed.slice(at, until) });
  };
  for (const [index, match] of found.entries()) {
    const [whole, word = ''] = match;
    text(match.index);
    const gap = kept.get(index) ?? gapOf(word);
    parts.push({ ...gap, accepts: [word, ...gap.accepts.slice(1)] });
    at = match.index + whole.length;
  }
  text(typed.length);
  return parts;
}
