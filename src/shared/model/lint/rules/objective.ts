import type { Language } from '../language.ts';
import { wordsOf } from '../language.ts';
import type { Rule } from './rule.ts';

export const objective: Rule = ({ content }) => {
  if (content.objective.trim() !== '') return [];
  const message = 'It does not say yet what a colleague will be able to do.';
  const why = 'One aim keeps a lesson short, and tells a colleague whether it is for them.';
  return [{ rule: 'objective', severity: 'error', block: null, where: 'objective', message, why }];
};

/**
 * Verbs for what happens in a head, which nobody can watch a colleague do. After R. F. Mager, "Preparing Instructional
 * Objectives" (1962): an objective says what someone does. Only at the place where an objective has its verb, so that
 * "explain how to know a forged note" passes.
 */
const inHeads: Record<Language, RegExp> = {
  en: /^(?:(?:after(?:wards)?[^,]*,\s*)?(?:you|they|a colleague|colleagues|learners?|everyone|participants?|the learner)\s+(?:will\s+)?(?:can\s+|be able to\s+|should\s+)?|to\s+)?(?:know|understand|learn|appreciate|be aware|be familiar|get to know|grasp|realise|realize|have an? (?:idea|overview|understanding))(?!\p{L})/iu,
  de: /(?<!\p{L})(?:kennt|kennen|weiß|weißt|wissen|versteht|verstehst|verstehen|begreift|begreifen|lernt|lernst|lernen|vertraut|kennenlernen)[.!]?$|^(?:du|sie|ihr|man|die kolleg\p{L}*|der kollege|die kollegin|alle)\s+(?:kennst|kennt|kennen|weißt|weiß|wisst|wissen|verstehst|versteht|verstehen|lernst|lernt|lernen|begreifst|begreift|begreifen)(?!\p{L})/iu,
  fr: /^(?:vous|tu|on|ils|les collègues)?\s*(?:saurez|connaîtrez|comprendrez|connaître|comprendre|apprendre|savoir (?:ce|que|pourquoi)|être conscient)(?!\p{L})/iu,
  es: /^(?:usted|tú|los compañeros)?\s*(?:sabrás|sabrá|conocerás?|entenderás?|comprenderás?|conocer|entender|comprender|aprender|saber (?:qué|que|por))/iu,
  pt: /^(?:você|tu|os colegas)?\s*(?:saberá|conhecerá|entenderá|compreenderá|conhecer|entender|compreender|aprender|saber (?:o que|que|por))/iu,
  it: /^(?:tu|i colleghi)?\s*(?:saprai|saprà|conoscerai|capirai|comprenderai|conoscere|capire|comprendere|imparare|sapere (?:cosa|che|perch))/iu,
};

export const objectiveVerb: Rule = ({ content, language }) => {
  const text = content.objective.trim();
  if (!language || !inHeads[language].test(text)) return [];
  const message = 'The objective says what a colleague will know, not what they will be able to do.';
  const why =
    'Only what someone does can be shown, practised and checked. “Count the till in three minutes” can; “understand the till” cannot.';
  return [{ rule: 'objective-verb', severity: 'warning', block: null, where: 'objective', message, why }];
};

/** An objective longer than this holds more than one, as a rule. */
const mostWords = 35;
const more: Record<Language, RegExp> = {
  en: /\b(?:as well as|and also|and then also|in addition)(?!\p{L})/iu,
  de: /\b(?:sowie|und außerdem|und auch|darüber hinaus)(?!\p{L})/iu,
  fr: /\b(?:ainsi que|et aussi|de plus)(?!\p{L})/iu,
  es: /\b(?:así como|y también|además)(?=\s|$)/iu,
  pt: /\b(?:assim como|bem como|e também|além disso)(?!\p{L})/iu,
  it: /\b(?:nonché|e anche|inoltre)(?=\s|$)/iu,
};

/** Two sentences, a list, or words that add another one. A mere "and" joins too much that belongs together to count. */
const isSeveral = (text: string, language: Language | null): boolean =>
  /[.;]\s+\p{Lu}|;\s*\S|\n|(?:^|\s)[•–-]\s.+\s[•–-]\s/u.test(text) ||
  wordsOf(text).length > mostWords ||
  (language !== null && more[language].test(text));

export const objectiveOne: Rule = ({ content, language }) => {
  if (!isSeveral(content.objective.trim(), language)) return [];
  const message = 'The objective holds more than one aim.';
  const why = 'One aim is watched to the end and kept. A second one makes a second lesson.';
  return [{ rule: 'objective-one', severity: 'warning', block: null, where: 'objective', message, why }];
};
