import canonicalize from 'canonicalize';
import { diffArrays } from 'diff';
import type { AnyNode, BothNode, Side } from './nodes.ts';

/** A word, a space, a mark of punctuation, or a node between words, with the marks that it wears. */
export interface Token {
  node: AnyNode;
  /** Two tokens with the same key read the same and look the same. */
  key: string;
  /** Two words with the same look belong into one text; null for what is no word. */
  look: string | null;
}

/** Tokens that stand together on one side. */
export interface Run<T> {
  side: Side;
  tokens: T[];
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words by the rules of the language; by those of no language in particular where this one is not known. */
function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  let made: Intl.Segmenter;
  try {
    made = new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    // A tag that is no language, in a module from elsewhere: words are found all the same.
    made = new Intl.Segmenter('en', { granularity: 'word' });
  }
  segmenters.set(language, made);
  return made;
}

/** Scripts that put no spaces between words: there only a dictionary knows where one ends. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Elsewhere a word is letters and digits, with an apostrophe or a hyphen in it, and an emoji is one sign however it is made. */
const pieces =
  /[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*|\s+|\p{Extended_Pictographic}(?:[\u200d\ufe0f\p{Emoji_Modifier}]|\p{Extended_Pictographic})*|\P{M}|\p{M}/gu;

/** A text in words, spaces and punctuation. */
export const wordsOf = (text: string, language: string): string[] =>
  unspaced.test(text) ? [...segmenterOf(language).segment(text)].map(({ segment }) => segment) : (text.match(pieces) ?? []);

/** What stands in a line, word by word. */
export function tokensOf(content: readonly AnyNode[], language: string): Token[] {
  return content.flatMap((node): Token[] => {
    if (node.text === undefined) return [{ node, key: `node ${canonicalize(node)}`, look: null }];
    const marks = (node.marks?.length && canonicalize(node.marks)) || '';
    return wordsOf(node.text, language).map((text) => ({ node: { ...node, text }, key: `${text} ${marks}`, look: marks }));
  });
}

/** More differences than this make another text: nobody reads them one by one, and finding them would take long. */
const mostDifferences = 4000;
/** Below this share of common words two texts are easier to read one after the other than word by word. */
const leastInCommon = 0.25;

const isSpace = (key: string): boolean => key.trim() === '';

/** A lone space between two changes belongs to both: "old word" and "new phrase" read better than a change around every space. */
function withoutIslands(runs: readonly Run<string>[]): Run<string>[] {
  const joined: Run<string>[] = [];
  const add = (side: Side, tokens: string[]) => {
    const last = joined.at(-1);
    if (last?.side === side) last.tokens.push(...tokens);
    else if (tokens.length > 0) joined.push({ side, tokens: [...tokens] });
  };
  let out: string[] = [];
  let come: string[] = [];
  const close = () => {
    const shared = out.length > 0 && come.length > 0 && out.at(-1) === come.at(-1) ? out.slice(-1) : [];
    add('out', out.slice(0, out.length - shared.length));
    add('in', come.slice(0, come.length - shared.length));
    add('same', shared);
    [out, come] = [[], []];
  };
  for (const [index, { side, tokens }] of runs.entries()) {
    const island = side === 'same' && out.length > 0 && come.length > 0 && index < runs.length - 1 && tokens.every(isSpace);
    if (side === 'out' || island) out.push(...tokens);
    if (side === 'in' || island) come.push(...tokens);
    if (side !== 'same' || island) continue;
    close();
    add(side, tokens);
  }
  close();
  return joined;
}

const wholly = (before: readonly string[], after: readonly string[]): Run<string>[] => [
  ...(before.length > 0 ? [{ side: 'out' as const, tokens: [...before] }] : []),
  ...(after.length > 0 ? [{ side: 'in' as const, tokens: [...after] }] : []),
];

/** The runs of two rows of keys, as a person would mark them. */
function runsOf(before: readonly string[], after: readonly string[]): Run<string>[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: mostDifferences });
  if (!changes) return wholly(before, after);
  const runs = changes.map(({ added, removed, value }): Run<string> => ({ side: added ? 'in' : removed ? 'out' : 'same', tokens: value }));
  const words = (keys: readonly string[]) => keys.filter((key) => !isSpace(key)).length;
  const common = runs.reduce((sum, { side, tokens }) => sum + (side === 'same' ? words(tokens) : 0), 0);
  const all = Math.max(words(before), words(after));
  return all > 0 && common / all < leastInCommon ? wholly(before, after) : withoutIslands(runs);
}

/** Gives each run of keys the tokens it stands for: those of the later side, save for what is out. */
function tokensIn<T>(runs: readonly Run<string>[], before: readonly T[], after: readonly T[]): Run<T>[] {
  let [earlier, later] = [0, 0];
  return runs.map(({ side, tokens: { length } }) => {
    const tokens = side === 'out' ? before.slice(earlier, earlier + length) : after.slice(later, later + length);
    if (side !== 'in') earlier += length;
    if (side !== 'out') later += length;
    return { side, tokens };
  });
}

/** Words that look the same are one text again. */
export function joinTokens(tokens: readonly Token[]): AnyNode[] {
  const joined: AnyNode[] = [];
  let look: string | null = null;
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last && token.look !== null && token.look === look) last.text = `${last.text}${token.node.text}`;
    else joined.push({ ...token.node });
    look = token.look;
  }
  return joined;
}

/** Two lines with their marks and links, in one. */
export function bothLines(before: readonly AnyNode[], after: readonly AnyNode[], language: string): BothNode[] {
  const [earlier, later] = [tokensOf(before, language), tokensOf(after, language)];
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key);
  const runs = tokensIn(runsOf(keys(earlier), keys(later)), earlier, later);
  return runs.flatMap(({ side, tokens }) => joinTokens(tokens).map((node): BothNode => ({ ...(node as Omit<AnyNode, 'content'>), side })));
}

export interface Piece {
  side: Side;
  text: string;
}

/** Two plain texts in one. */
export function bothTexts(before: string, after: string, language: string): Piece[] {
  const [earlier, later] = [wordsOf(before, language), wordsOf(after, language)];
  return tokensIn(runsOf(earlier, later), earlier, later).map(({ side, tokens }) => ({ side, text: tokens.join('') }));
}
