import { longestText } from '../../../../shared/model/captions/captions.ts';
import { tokens } from '../../../../shared/model/captions/words.ts';

/** Sentences with more words than this are parted: what is found or missed is found or missed a sentence at a time. */
const mostWords = 24;

/** Notes to oneself that are not read out: `[click Save]`, and the marks of headings and lists. */
const notes = /\[[^\][]*\]|^\s*(?:#+|[-*•])\s+/gmu;

function parted(words: string[]): string[][] {
  if (words.length <= mostWords) return [words];
  const middle = words.length / 2;
  const pauses = words.flatMap((word, index) => (/[,;:]$/u.test(word) && index + 1 < words.length ? [index + 1] : []));
  const nearest = pauses.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0];
  const isNear = nearest !== undefined && Math.abs(nearest - middle) < words.length / 4;
  const at = isNear ? nearest : Math.round(middle);
  return [...parted(words.slice(0, at)), ...parted(words.slice(at))];
}

/** A script as the sentences that one reads out, each as its words. */
export function sentencesOf(script: string, language: string): string[][] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return script
    .replace(notes, ' ')
    .split(/\n+/u)
    .flatMap((paragraph) => [...segmenter.segment(paragraph)].map(({ segment }) => tokens(segment)))
    .filter((words) => words.some((word) => /[\p{L}\p{N}]/u.test(word)))
    .flatMap(parted)
    .map((words) => words.map((word) => word.slice(0, 200)).slice(0, longestText));
}
