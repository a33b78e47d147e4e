import { isRecordedName } from '../../recorded-name.ts';
import type { Finding } from '../finding.ts';
import type { Language } from '../language.ts';
import { wordsOf } from '../language.ts';
import type { Rule } from './rule.ts';

/** More characters than this do not fit on a card at the hub, nor on a phone. */
const longest = 70;

export const title: Rule = ({ content }) => {
  if (content.title.trim() !== '') return [];
  const why = 'The title is what colleagues look for and recognise it by.';
  return [{ rule: 'title', severity: 'error', block: null, where: 'title', message: 'The module has no title.', why }];
};

/** Nouns keep their capital in German, and who shouts there has to set it right by hand. */
const isShouted = (text: string): boolean => {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return wordsOf(text).length >= 2 && letters.length >= 8 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
};
const quiet = (text: string): string => {
  const lower = text.trim().toLowerCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
};
const canQuiet = (language: Language | null): boolean => language !== null && language !== 'de';

export const titleShape: Rule = ({ content, language }) => {
  const text = content.title.trim();
  const at = { severity: 'warning', block: null, where: 'title' } as const;
  if (isShouted(text)) {
    const mend = { says: 'Write it small', change: { do: 'line', line: 'title', value: quiet(text) } } as const;
    const why = 'Capitals are read letter by letter, and read aloud as if they were shouted.';
    return [{ ...at, rule: 'title-capitals', message: 'The title is all in capitals.', why, ...(canQuiet(language) && { mend }) }];
  }
  if (text.length <= longest) return [];
  const message = `The title has ${text.length} characters; more than ${longest} are cut off on a card.`;
  return [{ ...at, rule: 'title-long', message, why: 'A short title is found, remembered and passed on.' }];
};

/** The name that a recording has until someone gives it another: of the module, or of a video that it shows. */
export const titleRecorded: Rule = ({ content, blocks }) => {
  const rule = { rule: 'title-recorded', severity: 'warning', why: 'Nobody looks for the day of a recording. Say what it shows.' } as const;
  const videos = blocks.flatMap((block): Finding[] =>
    block.type === 'video' && isRecordedName(block.attrs.title)
      ? [{ ...rule, block: block.attrs.id, message: 'The title of a video says only when it was recorded.' }]
      : [],
  );
  if (!isRecordedName(content.title)) return videos;
  return [{ ...rule, block: null, where: 'title', message: 'The title says only when it was recorded.' }, ...videos];
};
