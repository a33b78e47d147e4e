import type { Match } from '../finding.ts';
import { folded } from './confusions.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words of the author's own list, whatever their case; letters and digits that look alike count as the same, blanks may be more or none. */
export function findOwnWords(text: string, words: readonly string[]): Match[] {
  const line = folded(text);
  return words.flatMap((word) => {
    const parts = folded(word.trim()).split(/\s+/).map(escaped);
    const [first = ''] = parts;
    if (first === '') return [];
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\s*')}(?![\\p{L}\\p{N}])`, 'gu');
    return [...line.matchAll(pattern)].map(
      (found): Match => ({ kind: 'word', from: found.index, to: found.index + found[0].length, text: word.trim() }),
    );
  });
}
