import { languageName } from '../../translation/language.ts';
import { type Progress, progressOf, standingsIn } from '../../translation/standing.ts';
import type { Finding } from '../finding.ts';
import { inWords } from '../words.ts';
import type { Rule } from './rule.ts';

type Open = 'missing' | 'outdated' | 'broken';

const says: Record<Open, { rule: string; what(texts: string, language: string): string; why: string }> = {
  missing: {
    rule: 'translation-missing',
    what: (texts, language) => `${texts} not written in ${language} yet.`,
    why: 'Who reads that language is shown the whole part in the language of the lesson instead.',
  },
  outdated: {
    rule: 'translation-outdated',
    what: (texts, language) => `${texts} changed since the ${language} of it was written.`,
    why: 'What was right before may be wrong now, so the part is shown in the language of the lesson until someone looks at it.',
  },
  broken: {
    rule: 'translation-broken',
    what: (texts, language) => `${texts} not fit to be shown in ${language}.`,
    why: 'A mark of the source is missing in it, or it is too long, so the part is shown in the language of the lesson.',
  },
};

/** "Three texts are". */
function textsAre(count: number, verb: 'be' | 'was'): string {
  const number = inWords(count);
  const texts = `${number.charAt(0).toUpperCase()}${number.slice(1)} ${count === 1 ? 'text' : 'texts'}`;
  if (verb === 'was') return `${texts} ${count === 1 ? 'was' : 'were'}`;
  return `${texts} ${count === 1 ? 'is' : 'are'}`;
}

function findingsIn(language: string, progress: Progress): Finding[] {
  return (['broken', 'outdated', 'missing'] as const).flatMap((open): Finding[] => {
    const count = progress[open];
    if (count === 0) return [];
    const { rule, what, why } = says[open];
    const message = what(textsAre(count, open === 'outdated' ? 'was' : 'be'), languageName(language, 'en'));
    return [{ rule, severity: 'warning', block: null, where: 'languages', message, why }];
  });
}

/** How far each language is, in a sentence for each thing that is open. */
export const translations: Rule = ({ content }) =>
  Object.entries(content.translations ?? {}).flatMap(([language, translation]) =>
    findingsIn(language, progressOf(standingsIn(content, translation))),
  );
