import { isComplete } from '../../quiz/index.ts';
import type { Quiz } from '../../quiz/model.ts';
import type { Finding } from '../finding.ts';
import { type Language, normal } from '../language.ts';
import { askedIn, choicesIn, rightOf } from '../questions.ts';
import type { Rule } from './rule.ts';

function hasSame(quiz: Quiz): boolean {
  if (!('options' in quiz)) return false;
  const texts = quiz.options.map(({ text }) => text.trim().toLowerCase()).filter((text) => text !== '');
  return new Set(texts).size < texts.length;
}

export const quizUnfinished: Rule = ({ blocks }) =>
  askedIn(blocks).flatMap(({ block, quiz }): Finding[] => {
    if (isComplete(quiz) || hasSame(quiz)) return [];
    const message = 'A question is not finished.';
    const why = 'Nobody can answer a question without words, answers, and one that is right.';
    return [{ rule: 'quiz-unfinished', severity: 'error', block, message, why }];
  });

/** A right answer is given away where it is this much longer than the longest wrong one, and by so many characters at least. */
const longerBy = 1.4;
const longerLeast = 15;

export const quizLongest: Rule = ({ blocks }) =>
  choicesIn(blocks).flatMap(({ block, quiz }): Finding[] => {
    const right = rightOf(quiz);
    if (!right || quiz.options.length < 3) return [];
    const others = Math.max(...quiz.options.filter(({ correct }) => !correct).map(({ text }) => text.trim().length));
    const length = right.answer.text.trim().length;
    if (length < others * longerBy || length - others < longerLeast) return [];
    const message = 'The longest answer is the right one.';
    const why = 'Who guesses takes the longest. Make the others as long, or this one shorter, and say the rest in the explanation.';
    return [{ rule: 'quiz-longest', severity: 'warning', block, message, why }];
  });

const sweeping: Record<Language, RegExp> = {
  en: /^(?:all|none|both|any|neither)(?: of)? (?:the )?(?:above|these|them|answers|options)(?: are (?:right|correct|true|wrong))?$|^all answers are (?:right|correct)$/u,
  de: /^(?:alle|keine|beide)s?(?: der)?(?: (?:genannten|oben genannten|obigen|antworten|aussagen|davon|diese[rn]?))+(?: (?:ist|sind|stimmt|stimmen))*(?: (?:richtig|falsch))?$|^alles (?:davon|oben genannte|stimmt)$|^nichts davon$/u,
  fr: /^(?:toutes|tous|aucune?)(?: de)?s? ?(?:les |ces )?(?:réponses|propositions|ci-dessus).*$/u,
  es: /^(?:todas|ninguna)(?: de)?(?: las)? (?:anteriores|respuestas|opciones).*$/u,
  pt: /^(?:todas|nenhuma)(?: das?| as)? (?:anteriores|acima|respostas|opções|alternativas).*$/u,
  it: /^(?:tutte|nessuna)(?: delle| le)? (?:precedenti|risposte|opzioni).*$/u,
};

export const quizAllOfThese: Rule = ({ blocks, language }) => {
  if (!language) return [];
  return choicesIn(blocks).flatMap(({ block, quiz }): Finding[] => {
    const found = quiz.options.find(({ text }) => sweeping[language].test(normal(text)));
    if (!found) return [];
    const message = `“${found.text.trim()}” is an answer.`;
    const why =
      'It is right or wrong for two reasons at once, and who knows two of the others knows it. A question with several right answers asks the same fairly.';
    return [{ rule: 'quiz-all-of-these', severity: 'warning', block, message, why }];
  });
};

/** Whether anything in a question, whichever kind it is, is said to who has answered it. */
function saysBack(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, part]) => {
    const isSaid = key === 'feedback' || key === 'explanation';
    return isSaid ? [part, ...Object.values(Object(part))].some((text) => typeof text === 'string' && text.trim() !== '') : saysBack(part);
  });
}

export const quizFeedback: Rule = ({ blocks }) =>
  askedIn(blocks).flatMap(({ block, quiz }): Finding[] => {
    if (quiz.question.trim() === '' || saysBack(quiz)) return [];
    const message = 'Nobody is told why an answer is right.';
    const why = 'The moment after a wrong answer is when one learns most.';
    return [{ rule: 'quiz-feedback', severity: 'warning', block, message, why }];
  });

/** From so many questions on, the same place every time is a pattern. */
const fewestForPattern = 3;

export const quizPosition: Rule = ({ blocks }) => {
  const placed = choicesIn(blocks).flatMap((choice) => {
    const right = rightOf(choice.quiz);
    return right && choice.quiz.options.length > 1 ? [{ ...choice, index: right.index }] : [];
  });
  const [first] = placed;
  if (!first || placed.length < fewestForPattern || placed.some(({ index }) => index !== first.index)) return [];
  // One that moves is enough for the pattern to be gone.
  const moved = placed[1] ?? first;
  const to = (moved.index + 1) % moved.quiz.options.length;
  const message = `In all ${placed.length} questions the right answer stands in the same place.`;
  const why = 'Who notices needs to know nothing else.';
  const mend = { says: 'Move one', change: { do: 'move' as const, path: [...moved.path, 'options'], from: moved.index, to } };
  return [{ rule: 'quiz-position', severity: 'warning', block: moved.block, message, why, mend }];
};

const negations: Record<Language, RegExp> = {
  en: /\b(not|never|except|n['’]t)\b/u,
  de: /\b(nicht|nie|niemals|kein|keine|keinen|keinem|keiner|keines|außer)\b/u,
  fr: /\b(pas|jamais|sauf)\b/u,
  es: /\b(no|nunca|excepto)\b/u,
  pt: /\b(não|nunca|exceto)\b/u,
  it: /\b(non|mai|tranne)\b/u,
};

export const quizNegation: Rule = ({ blocks, language }) => {
  if (!language) return [];
  return askedIn(blocks).flatMap(({ block, path, quiz: { question } }): Finding[] => {
    const word = negations[language].exec(question)?.[1];
    if (word === undefined) return [];
    const message = `“${word}” is easily overlooked in this question.`;
    const why = 'Who reads past it answers wrong and knows it right. Ask for what is right, or make the word stand out.';
    const value = question.replace(negations[language], (found) => found.toUpperCase());
    const mend = { says: `Write ${word.toUpperCase()}`, change: { do: 'set' as const, path: [...path, 'question'], value } };
    return [{ rule: 'quiz-negation', severity: 'warning', block, message, why, mend }];
  });
};

export const quizSameAnswers: Rule = ({ blocks }) =>
  choicesIn(blocks).flatMap(({ block, quiz }): Finding[] => {
    if (!hasSame(quiz)) return [];
    const message = 'Two answers say the same.';
    return [{ rule: 'quiz-same-answers', severity: 'error', block, message, why: 'Nobody can choose between two answers that are one.' }];
  });
