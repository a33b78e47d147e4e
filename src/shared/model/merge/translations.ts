import type { Translation, Translations, Wording } from '../translation/translations.ts';
import { mergeTexts, same } from './values.ts';

type Texts = Readonly<Record<string, Wording>>;

interface Sides<T> {
  base: T | undefined;
  mine: T | undefined;
  theirs: T | undefined;
}

/** A text that both wrote differently: mine stands, and theirs waits for a person. */
export interface OtherWording {
  language: string;
  theirs: string;
}

function mergeWording({ base, mine, theirs }: Sides<Wording>, language: string, others: OtherWording[]): Wording | undefined {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  // What one took away while the other wrote it anew stays.
  if (!mine || !theirs) return mine ?? theirs;
  const text = mine.from === theirs.from ? mergeTexts(base?.text ?? '', mine.text, theirs.text, language) : null;
  if (text) return { from: mine.from, text: text.value };
  if (mine.text !== theirs.text) others.push({ language, theirs: theirs.text });
  return mine;
}

const sidesAt = <T>({ base, mine, theirs }: Sides<Readonly<Record<string, T>>>, key: string): Sides<T> => ({
  base: base?.[key],
  mine: mine?.[key],
  theirs: theirs?.[key],
});

/** Every name that either has, each with what `merge` made of it. */
function mergeNamed<T, R>(
  sides: Sides<Readonly<Record<string, T>>>,
  merge: (one: Sides<T>, key: string) => R | undefined,
): Record<string, R> {
  const keys = new Set([...Object.keys(sides.mine ?? {}), ...Object.keys(sides.theirs ?? {})]);
  return Object.fromEntries(
    [...keys].flatMap((key): [string, R][] => {
      const merged = merge(sidesAt(sides, key), key);
      return merged === undefined ? [] : [[key, merged]];
    }),
  );
}

function mergeLanguage(sides: Sides<Translation>, language: string, others: OtherWording[]): Translation | undefined {
  const { base, mine, theirs } = sides;
  // A language that one took out goes, unless the other wrote in it meanwhile.
  if (base && (!mine || !theirs) && same(base, mine ?? theirs)) return undefined;
  const texts = (one: Sides<Texts>) => mergeNamed(one, (wordings) => mergeWording(wordings, language, others));
  return {
    head: texts({ base: base?.head, mine: mine?.head, theirs: theirs?.head }),
    blocks: mergeNamed({ base: base?.blocks, mine: mine?.blocks, theirs: theirs?.blocks }, (one) => {
      const merged = texts(one);
      return Object.keys(merged).length > 0 ? merged : undefined;
    }),
  };
}

/** Both sides' translations, text by text: whatever was written of different texts counts, whichever side is whose. */
export function mergeTranslations(sides: Sides<Translations>): { translations: Translations | undefined; others: OtherWording[] } {
  const others: OtherWording[] = [];
  const merged = mergeNamed(sides, (one, language) => mergeLanguage(one, language, others));
  return { translations: Object.keys(merged).length > 0 ? merged : undefined, others };
}
