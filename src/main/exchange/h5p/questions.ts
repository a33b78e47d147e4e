import { v4 } from 'uuid';
import type { z } from 'zod';
import type { Block } from '../../../shared/model/blocks/index.ts';
import { usualIgnores } from '../../../shared/model/quiz/blank.ts';
import type { FillPart } from '../../../shared/model/quiz/model.ts';
import { textOfHtml } from '../convert/html-nodes.ts';
import type { Report } from '../convert/report.ts';
import type { Rough } from '../convert/rough.ts';
import type { Blanks, Gapped, MultiChoice, SingleChoiceSet, TrueFalse } from './model.ts';

export interface Place {
  where: string;
  report: Report;
}

interface Option {
  text: string;
  correct: boolean;
  feedback: string;
}
const mostOptions = 8;

function choice(
  question: string,
  options: readonly Option[],
  kind: 'single' | 'multiple',
  explanation: string,
  { where, report }: Place,
): Block {
  if (options.length > mostOptions)
    report.drop(`${options.length - mostOptions} answers of a question`, where, `A question has at most ${mostOptions}.`);
  return {
    type: 'quiz',
    attrs: {
      id: v4(),
      quiz: {
        kind,
        question: report.cut(textOfHtml(question), 500, 'a question', where),
        options: options.slice(0, mostOptions).map(({ text, correct, feedback }) => ({
          id: v4(),
          text: report.cut(text, 300, 'an answer', where),
          correct,
          feedback: report.cut(feedback, 500, 'a reply', where),
        })),
        explanation: report.cut(explanation, 1000, 'an explanation', where),
      },
    },
  };
}

export function multiChoice({ question, answers, behaviour }: z.infer<typeof MultiChoice>, place: Place): Rough[] {
  const options = answers.map(({ text, correct, tipsAndFeedback }): Option => {
    const tip = textOfHtml(tipsAndFeedback?.tip ?? '');
    if (tip !== '') place.report.drop(`A tip for an answer (“${tip}”)`, place.where, 'Hints belong to a whole question.');
    return { text: textOfHtml(text), correct, feedback: textOfHtml(tipsAndFeedback?.chosenFeedback ?? '') };
  });
  // "auto" asks for one answer where one is right.
  const one =
    behaviour?.type === 'single' ||
    behaviour?.singleAnswer === true ||
    (behaviour?.type !== 'multi' && options.filter(({ correct }) => correct).length === 1);
  return [choice(question, options, one ? 'single' : 'multiple', '', place)];
}

export function trueFalse({ question, correct, l10n, behaviour }: z.infer<typeof TrueFalse>, place: Place): Rough[] {
  const [right, wrong] = [textOfHtml(behaviour?.feedbackOnCorrect ?? ''), textOfHtml(behaviour?.feedbackOnWrong ?? '')];
  const options = [
    { text: l10n?.trueText ?? 'True', correct, feedback: correct ? right : wrong },
    { text: l10n?.falseText ?? 'False', correct: !correct, feedback: correct ? wrong : right },
  ];
  return [choice(question, options, 'single', '', place)];
}

export const singleChoiceSet = ({ choices }: z.infer<typeof SingleChoiceSet>, place: Place): Rough[] =>
  choices.map(({ question, answers }) => {
    const options = answers.map((text, index): Option => ({ text: textOfHtml(text), correct: index === 0, feedback: '' }));
    // The right one always stands first there, and is only shuffled when it is shown.
    return choice(
      question,
      [...options].sort((a, b) => a.text.localeCompare(b.text)),
      'single',
      '',
      place,
    );
  });

/** `*one/another:tip*` in a text: a gap, what fits into it, and a tip. */
export function gapsOf(text: string, { where, report }: Place): (string | string[])[] {
  return text.split(/\*([^*\n]+)\*/).map((part, index) => {
    if (index % 2 === 0) return part;
    const [solution = '', ...tips] = part.split(':');
    const said = tips
      .join(':')
      .replace(/^\\\+|\\-.*$/g, '')
      .trim();
    if (said !== '') report.drop(`A tip for a gap (“${said}”)`, where, 'Hints belong to a whole question.');
    return solution
      .split('/')
      .map((one) => one.trim())
      .filter(Boolean);
  });
}

const mostGaps = 20;
const longestText = 2000;

/** A text in which words are written into gaps. */
function gapped(question: string, text: string, place: Place): Rough {
  const { report, where } = place;
  const found = gapsOf(textOfHtml(text), place);
  const gaps = found.filter((part) => typeof part !== 'string').length;
  if (gaps > mostGaps)
    report.drop(`${gaps - mostGaps} gaps of a text`, where, `A text has at most ${mostGaps}; the words of the others stand in it.`);
  let open = 0;
  const parts = found.flatMap((part): FillPart[] => {
    if (typeof part === 'string')
      return part === '' ? [] : [{ type: 'text', text: report.cut(part, longestText, 'a text with gaps', where, false) }];
    open += 1;
    if (open > mostGaps) return [{ type: 'text', text: part[0] ?? '' }];
    return [
      { type: 'gap', id: v4(), accepts: part.slice(0, 10).map((one) => report.cut(one, 100, 'what fits into a gap', where)), feedback: '' },
    ];
  });
  const asked = report.cut(textOfHtml(question) || 'Fill in the gaps.', 500, 'a question', where);
  const quiz = {
    kind: 'fill' as const,
    question: asked,
    explanation: '',
    parts: joined(parts),
    ignores: usualIgnores,
  };
  return { type: 'quiz', attrs: { id: v4(), quiz } };
}

/** Texts that stand beside each other are one. */
function joined(parts: readonly FillPart[]): FillPart[] {
  const all: FillPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.type === 'text' && last?.type === 'text')
      all[all.length - 1] = { type: 'text', text: (last.text + part.text).slice(0, longestText).toWellFormed() };
    else all.push(part);
  }
  return all;
}

export const blanks = ({ text, questions }: z.infer<typeof Blanks>, place: Place): Rough[] =>
  questions.map((one) => gapped(text, one, place));

export function dragText({ taskDescription, textField }: z.infer<typeof Gapped>, place: Place): Rough[] {
  place.report.drop('That words are dragged into gaps', place.where, 'The gaps are filled in by typing.');
  return [gapped(taskDescription, textField, place)];
}

/** Words that are to be found in a text: each is an answer among the others, as far as they fit. */
export function markTheWords({ taskDescription, textField }: z.infer<typeof Gapped>, place: Place): Rough[] {
  const text = textOfHtml(textField);
  const parts = gapsOf(text, place);
  const right = parts.flatMap((part) => (typeof part === 'string' ? [] : part.slice(0, 1)));
  const others = parts.flatMap((part) => (typeof part === 'string' ? part.split(/\s+/).filter((word) => /^\p{L}{3,}$/u.test(word)) : []));
  const words = [...new Set([...right, ...others])].slice(0, mostOptions).toSorted((a, b) => a.localeCompare(b));
  place.report.drop('That words are marked in a text', place.where, 'The question shows the text, and asks which words they are.');
  const options = words.map((word): Option => ({ text: word, correct: right.includes(word), feedback: '' }));
  const asked = `${textOfHtml(taskDescription)} “${text.replace(/\*([^*\n]+)\*/g, (_, inside: string) => inside.split(/[:/]/)[0] ?? '')}”`;
  return [choice(asked, options, 'multiple', '', place)];
}
