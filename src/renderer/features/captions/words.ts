import type { FindingKind } from '../../../shared/model/captions/checks.ts';
import { limits } from '../../../shared/model/captions/lines.ts';

/** A moment as it is written beside a cue, and typed: `1:03.25`. */
export function stamp(seconds: number): string {
  const hundredths = Math.max(0, Math.round(seconds * 100));
  const rest = hundredths % 6000;
  const [whole, part] = [Math.floor(rest / 100), rest % 100];
  return `${Math.floor(hundredths / 6000)}:${String(whole).padStart(2, '0')}.${String(part).padStart(2, '0')}`;
}

/** Reads `63.2`, `1:03.2` or `1:00:03`; null where it is no moment. */
export function readStamp(text: string): number | null {
  const found = /^(?:(?:(\d+):)?(\d+):)?(\d+(?:[.,]\d*)?)$/.exec(text.trim());
  if (!found) return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
}

/** What is hard to read about a cue, and what mends it, in a few words. */
export const findingWords: Record<FindingKind, (value: number) => string> = {
  empty: () => 'No text yet',
  fast: (value) => `${Math.round(value)} characters a second; ${limits.charactersPerSecond} can be read`,
  short: (value) => `Shown for ${value.toFixed(1)} s only`,
  long: (value) => `Shown for ${value.toFixed(1)} s; part it`,
  wide: (value) => `A line of ${value} characters; ${limits.line} fit`,
  tall: (value) => `${value} lines; ${limits.lines} fit`,
  overlap: () => 'Runs into the next one',
  gap: () => 'Flickers before the next one',
};

const codes = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'cs',
  'sv',
  'da',
  'nb',
  'fi',
  'hu',
  'ro',
  'el',
  'tr',
  'uk',
  'ru',
  'ar',
  'hi',
  'ja',
  'ko',
  'zh',
];

/** Languages to choose from, by their English names; one that is chosen already is among them. */
export function languageChoices(chosen: string): [string, string][] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const all = codes.includes(chosen) ? codes : [chosen, ...codes];
  return all.map((code): [string, string] => [code, names.of(code) ?? code]).sort((one, other) => one[1].localeCompare(other[1]));
}
