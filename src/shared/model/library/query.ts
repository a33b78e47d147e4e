import { fold, wordsOf } from './fold.ts';

/** Longer than this nobody types a search; what is beyond is not looked at. */
export const longestQuery = 200;
const mostTerms = 12;

export interface QueryTerm {
  /** Folded, beside each other. */
  words: string[];
  /** In quotation marks: none that only begins so. */
  exact: boolean;
}

/** Quotation marks as keyboards and word processors write them. */
const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+)/gu;

/**
 * What someone types into the search, taken as words and nothing else: `AND`, `*`, `-` and brackets are no commands.
 * Only quotation marks have a meaning, and one that is never closed holds to the end.
 */
export function parseQuery(typed: string): QueryTerm[] {
  const line = typed
    .slice(0, longestQuery)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
  return [...line.matchAll(quoted)]
    .map(([, inQuotes, word]): QueryTerm => ({ words: wordsOf(fold(inQuotes ?? word ?? '')), exact: inQuotes !== undefined }))
    .filter(({ words }) => words.length > 0)
    .slice(0, mostTerms);
}

/** The same for SQLite's full-text search. In quotation marks, and letters and digits only, nothing in it can be a command. */
export const toMatch = (terms: readonly QueryTerm[]): string =>
  terms.map(({ words, exact }) => `"${words.join(' ')}"${exact ? '' : '*'}`).join(' AND ');

/** The same for folded lines in memory. */
export const toPatterns = (terms: readonly QueryTerm[]): RegExp[] =>
  terms.map(({ words, exact }) => new RegExp(`(?<![^ \\n])${words.join(' +')}${exact ? '(?![^ \\n])' : '[^ \\n]*'}`, 'g'));
