/** Scripts that run from right to left, by ISO 15924. */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Samr', 'Mand', 'Aran']);

/** A tag as `Intl` knows it, or null where it is none. */
export function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    // A tag that is no language, from a file or a browser: whoever asked goes on without it.
    return null;
  }
}

/** How lines of a language run. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => (rightToLeft.has(localeOf(tag)?.maximize().script ?? '') ? 'rtl' : 'ltr');

/** `lang` and `dir` of an element that holds words in a language. */
export const spokenIn = (tag: string): { lang: string; dir: 'ltr' | 'rtl' } => ({ lang: tag, dir: directionOf(tag) });

/** A language by its name in another, or its own where none is given; the tag where `Intl` has no name for it. */
export function languageName(tag: string, inLanguage: string = tag): string {
  if (!localeOf(tag)) return tag;
  const name = new Intl.DisplayNames([localeOf(inLanguage) ? inLanguage : 'en', 'en'], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** RFC 4647 lookup: `de-CH-1996`, `de-CH`, `de`. */
function rangesOf(tag: string): string[] {
  const parts = tag.toLowerCase().split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/**
 * The first of the languages someone reads that there is, the nearest one of it: who reads Swiss German is given German, and
 * who reads Portuguese the Portuguese of Brazil. Null where there is none.
 */
export function bestOf<T extends string>(available: readonly T[], wanted: readonly string[]): T | null {
  for (const tag of wanted) {
    for (const range of rangesOf(tag)) {
      const exact = available.find((one) => one.toLowerCase() === range);
      if (exact !== undefined) return exact;
    }
    const near = available.find((one) => primary(one) === primary(tag));
    if (near !== undefined) return near;
  }
  return null;
}

export const isSameLanguage = (one: string, other: string): boolean => primary(one) === primary(other);
