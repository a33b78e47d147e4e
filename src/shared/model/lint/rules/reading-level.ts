import { textsOfBlock } from '../../blocks/index.ts';
import type { Language } from '../language.ts';
import { lixOf } from '../lix.ts';
import type { Rule } from './rule.ts';

/**
 * From which LIX a text is hard for adults who read it beside their work. English: J. Anderson, "Lix and Rix" (1983) calls
 * 48 difficult. German runs higher, its nouns being joined: from 60 it is the prose of specialists (Lenhard & Lenhard, 2014).
 */
const hard: Partial<Record<Language, number>> = { en: 48, de: 60 };
/** Fewer words than this say nothing of how a text reads. */
const fewest = 100;
const fewestOfBlock = 25;

export const readingLevel: Rule = ({ blocks, language }) => {
  const from = language && hard[language];
  if (!from) return [];
  // Answers and titles are no sentences.
  const prose = blocks.filter(
    ({ type }) => type === 'paragraph' || type === 'blockquote' || type === 'bulletList' || type === 'orderedList',
  );
  const all = lixOf(prose.flatMap(textsOfBlock));
  if (all.words < fewest || all.lix < from) return [];
  const hardest = prose
    .map((block) => ({ id: block.attrs.id, ...lixOf(textsOfBlock(block)) }))
    .filter(({ words }) => words >= fewestOfBlock)
    .toSorted((a, b) => b.lix - a.lix)[0];
  const message = `The text is hard to read: about ${Math.round(all.words / all.sentences)} words a sentence, ${Math.round(all.long * 100)} of 100 words long.`;
  const why = 'Short sentences and everyday words are understood at once, also by those who read in their second language.';
  return [{ rule: 'reading-level', severity: 'warning', block: hardest?.id ?? null, where: 'body', message, why }];
};
