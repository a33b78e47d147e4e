import type { Path } from './attributes.ts';

/** What attributes are called in a sentence. One that is not here is called by its key, so a new kind of block needs no word of its own. */
const labels: Record<string, string> = {
  title: 'title',
  objective: 'objective',
  language: 'language',
  alt: 'words for those who cannot see it',
  caption: 'caption',
  captions: 'captions',
  chapters: 'chapters',
  sizes: 'smaller sizes',
  media: 'file',
  decorative: 'mark “only decoration”',
  level: 'level of the heading',
  start: 'first number',
  kind: 'kind',
  question: 'question',
  explanation: 'explanation',
  feedback: 'word to whoever chooses it',
  correct: 'mark “right”',
  href: 'address',
  url: 'address',
  owner: 'who looks after it',
  reviewBy: 'day to look again',
};

/** Things in lists, one by one. */
const singular: Record<string, string> = {
  options: 'answer',
  pairs: 'pair',
  blanks: 'gap',
  hints: 'hint',
  entries: 'entry',
  cells: 'cell',
  sizes: 'smaller size',
};

/** Keys that only hold others together: nobody misses them in a sentence. */
const holders = new Set(['quiz', 'attrs', 'data', 'text', 'freshness', 'kept']);

const spoken = (key: string): string =>
  key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase();
const oneOf = (key: string): string => singular[key] ?? spoken(key).replace(/s$/, '');

/** "answer 2", "word to whoever chooses it of answer 2", "title". Empty where the path says nothing. */
export function labelOf(path: Path): string {
  const parts: string[] = [];
  for (const [index, step] of path.entries()) {
    const next = path[index + 1];
    if (typeof step === 'number') continue;
    if (typeof next === 'number') parts.push(`${oneOf(step)} ${next}`);
    else if (!holders.has(step)) parts.push(labels[step] ?? spoken(step));
  }
  return parts.reverse().join(' of ');
}
