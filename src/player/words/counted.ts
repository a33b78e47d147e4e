/** Numbers in sentences, by the rules of a language. */
export interface Counted {
  /** "1 minute", "5 minutes". */
  minutes(count: number): string;
  /** The form that goes with a number. */
  plural(count: number, forms: { one: string; other: string }): string;
}

export function countedIn(language: string): Counted {
  const unit = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  const rules = new Intl.PluralRules(language);
  return {
    minutes: (count) => unit.format(count),
    plural: (count, { one, other }) => (rules.select(count) === 'one' ? one : other),
  };
}
