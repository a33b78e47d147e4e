import type { TextStanding } from '../../../shared/model/translation/standing.ts';

export const namespace = 'urn:oasis:names:tc:xliff:document:2.0';
/** A text that was written for what the source said before. XLIFF asks for a prefix. */
export const outdatedState = 'showhow:outdated';
/** Which breaks of lines are, among what stands between words. */
export const lineBreak = 'xlf:lb';

/**
 * The name of a text in a file: its block and its key, in signs that XML has names of. Files are read by looking for the
 * names of the texts there are, so it is never read back.
 */
export const nameOfUnit = ({ block, unit }: Pick<TextStanding, 'block' | 'unit'>): string =>
  `${block ?? 'head'}.${unit.key.replace(/[^A-Za-z0-9.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`)}`;
