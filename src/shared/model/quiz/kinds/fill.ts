import { sayFill } from '../../translation/wording.ts';
import type { FillAnswer } from '../answer.ts';
import { byParts, type QuizKind, strings } from '../kind.ts';
import type { FillPart, FillQuiz, Gap, Ignores } from '../model.ts';

const isGap = (part: FillPart): part is Gap => part.type === 'gap';
/** What a gap takes; a line that was left empty while writing is none. */
export const acceptedBy = ({ accepts }: Gap): string[] => accepts.filter((text) => text.trim() !== '');
export const gapsOf = ({ parts }: Pick<FillQuiz, 'parts'>): Gap[] => parts.filter(isGap);

/** What two texts are compared by. A blank at either end is never seen, and so never counts. */
export function comparable(text: string, ignores: Ignores): string {
  let bare = text.normalize('NFC').trim();
  if (ignores.diacritics) bare = bare.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  if (ignores.spaces) bare = bare.replace(/\s+/gu, '');
  return ignores.case ? bare.toLowerCase() : bare;
}

const isAccepted = (gap: Gap, text: string, ignores: Ignores): boolean => {
  const given = comparable(text, ignores);
  return given !== '' && gap.accepts.some((accepted) => comparable(accepted, ignores) === given);
};

export const fillKind: QuizKind<FillQuiz, FillAnswer> = {
  /** Each gap has the word that is shown as the right one; others are as good, and may be left out. */
  isComplete(quiz) {
    const gaps = gapsOf(quiz);
    return gaps.length > 0 && gaps.every(({ accepts: [first = ''] }) => comparable(first, quiz.ignores) !== '');
  },
  blank: (quiz) => ({ kind: 'fill', texts: gapsOf(quiz).map(() => '') }),
  // A gap keeps its place, whatever came for another one.
  read: (_, { texts }) => ({ kind: 'fill', texts: Array.isArray(texts) ? texts.map((text) => strings([text])[0] ?? '') : [] }),
  isAnswered: (quiz, { texts }) => gapsOf(quiz).every((_, index) => (texts[index] ?? '').trim() !== ''),
  fits: (quiz, { texts }) => texts.length <= gapsOf(quiz).length,
  right: (quiz) => ({ kind: 'fill', texts: gapsOf(quiz).map(({ accepts }) => accepts[0] ?? '') }),
  judge: (quiz, { texts }) =>
    byParts(gapsOf(quiz).map((gap, index) => ({ id: gap.id, right: isAccepted(gap, texts[index] ?? '', quiz.ignores) }))),
  texts: ({ parts }) => [
    parts.map((part) => (part.type === 'gap' ? (part.accepts[0] ?? '') : part.text)).join(''),
    ...parts.flatMap((part) => (part.type === 'gap' ? [...part.accepts.slice(1), part.feedback] : [])),
  ],
  said: (quiz, say) => ({ ...quiz, parts: sayFill(say, quiz.parts) }),
};
