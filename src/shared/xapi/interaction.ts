import type { Answer } from '../model/quiz/answer.ts';
import { rightAnswer } from '../model/quiz/index.ts';
import { acceptedBy, gapsOf } from '../model/quiz/kinds/fill.ts';
import type { FillQuiz, Quiz } from '../model/quiz/model.ts';
import { separator } from './terms.ts';

/** Between the two sides of a pair. */
const pairing = '[.]';
/** A gap may accept several texts; of all their combinations no more than these are written down. */
const mostPatterns = 32;

/** What learners type cannot end a member of a list. */
const member = (text: string): string => text.replaceAll(separator, ',');

/** An answer as xAPI, SCORM 2004 and cmi5 write it. */
export function responseOf(answer: Answer): string {
  if (answer.kind === 'order') return answer.order.join(separator);
  if (answer.kind === 'match') return answer.pairs.map((pair) => pair.join(pairing)).join(separator);
  if (answer.kind === 'fill') return answer.texts.map(member).join(separator);
  if (answer.kind === 'hotspot')
    return [...answer.chosen, ...answer.misses.map(({ x, y }) => `${x.toFixed(3)},${y.toFixed(3)}`)].join(separator);
  return answer.chosen.join(separator);
}

/** Every way to fill in the gaps that is right, as far as it is not one too many. */
function fillPatterns(quiz: FillQuiz): string[] {
  const ways = gapsOf(quiz).reduce<string[][]>(
    (before, gap) => before.flatMap((way) => acceptedBy(gap).map((text) => [...way, member(text)])).slice(0, mostPatterns),
    [[]],
  );
  return ways.map((way) => `{case_matters=${!quiz.ignores.case}}${way.join(separator)}`);
}

export interface Interaction {
  interactionType: 'choice' | 'sequencing' | 'matching' | 'fill-in' | 'other';
  correctResponsesPattern: string[];
  choices?: Component[];
  source?: Component[];
  target?: Component[];
}
interface Component {
  id: string;
  description: Record<string, string>;
}

/** A question in the vocabulary of interactions: of which type, what stands to choose, and which responses are right. */
export function interactionOf(quiz: Quiz, language: string): Interaction {
  const component = (id: string, text: string): Component => ({ id, description: { [language]: text } });
  const correctResponsesPattern = [responseOf(rightAnswer(quiz))];
  switch (quiz.kind) {
    case 'order':
      return { interactionType: 'sequencing', choices: quiz.items.map(({ id, text }) => component(id, text)), correctResponsesPattern };
    case 'match':
      return {
        interactionType: 'matching',
        source: quiz.pairs.map(({ id, left }) => component(id, left)),
        target: quiz.pairs.map(({ id, right }) => component(id, right)),
        correctResponsesPattern,
      };
    case 'fill':
      return { interactionType: 'fill-in', correctResponsesPattern: fillPatterns(quiz) };
    // A point that hits no place is a response too, which a choice of places would not know.
    case 'hotspot':
      return { interactionType: 'other', correctResponsesPattern };
    default:
      return { interactionType: 'choice', choices: quiz.options.map(({ id, text }) => component(id, text)), correctResponsesPattern };
  }
}
