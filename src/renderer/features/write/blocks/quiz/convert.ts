import { v4 } from 'uuid';
import { emptyItem, emptyOption, emptyPair, partsAtFirst, usualIgnores } from '../../../../../shared/model/quiz/blank.ts';
import { gapsOf } from '../../../../../shared/model/quiz/kinds/fill.ts';
import type { FillPart, Quiz } from '../../../../../shared/model/quiz/model.ts';
import { most, newRegion } from './edit.ts';

/** What parts of all kinds have in common. */
interface Piece {
  id: string;
  text: string;
  feedback: string;
  correct: boolean;
}

function piecesOf(quiz: Quiz): Piece[] {
  switch (quiz.kind) {
    case 'order':
      return quiz.items.map((item) => ({ ...item, correct: false }));
    case 'match':
      return quiz.pairs.map(({ left, ...pair }) => ({ ...pair, text: left, correct: false }));
    case 'fill':
      return gapsOf(quiz).map(({ id, accepts, feedback }) => ({ id, feedback, text: accepts[0] ?? '', correct: true }));
    case 'hotspot':
      return quiz.regions.map(({ id, label, correct, feedback }) => ({ id, text: label, correct, feedback }));
    default:
      return quiz.options;
  }
}

/** At least as many as a kind begins with, at most as many as it takes. */
function fitting<P>(parts: P[], least: number, max: number, empty: (newId: () => string) => P): P[] {
  const missing = Array.from({ length: Math.max(0, least - parts.length) }, () => empty(v4));
  return [...parts, ...missing].slice(0, max);
}

const between = (index: number): FillPart[] => (index > 0 ? [{ type: 'text', text: '\n' }] : []);

/** The same question, asked in another way: its words stay wherever the other kind has a place for them. */
export function setKind(quiz: Quiz, kind: Quiz['kind']): Quiz {
  const { question, explanation, hints, feedback } = quiz;
  const asked = { question, explanation, ...(hints && { hints }), ...(feedback && { feedback }) };
  const pieces = piecesOf(quiz).filter(({ text, feedback: note }) => text.trim() !== '' || note.trim() !== '');
  switch (kind) {
    case 'order':
      return {
        ...asked,
        kind,
        items: fitting(
          pieces.map(({ correct: _, ...item }) => item),
          partsAtFirst[kind],
          most.items,
          emptyItem,
        ),
      };
    case 'match':
      return {
        ...asked,
        kind,
        pairs: fitting(
          pieces.map(({ id, text, feedback: note }) => ({ id, left: text.slice(0, 200), right: '', feedback: note })),
          partsAtFirst[kind],
          most.pairs,
          emptyPair,
        ),
      };
    case 'fill':
      return {
        ...asked,
        kind,
        ignores: usualIgnores,
        parts: pieces.flatMap(({ id, text, feedback: note }, index): FillPart[] => [
          ...between(index),
          { type: 'gap', id, accepts: [text.replace(/[[\]\n]/g, '').slice(0, 100)], feedback: note },
        ]),
      };
    case 'hotspot': {
      const regions = pieces.map(({ text, ...piece }, index) => newRegion(index, { ...piece, label: text.slice(0, 120) }));
      return { ...asked, kind, picture: null, regions: regions.slice(0, most.regions) };
    }
    default: {
      const first = pieces.findIndex(({ correct }) => correct);
      const options = pieces.map((piece, index) => ({ ...piece, correct: kind === 'multiple' ? piece.correct : index === first }));
      return { ...asked, kind, options: fitting(options, partsAtFirst[kind], most.options, emptyOption) };
    }
  }
}
