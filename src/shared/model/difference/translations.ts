import type { ModuleContent } from '../module.ts';
import { withoutCodes } from '../translation/codes.ts';
import { languageName } from '../translation/language.ts';
import { textsFor, unitsOfBlock, unitsOfHead } from '../translation/standing.ts';
import type { Wording } from '../translation/translations.ts';
import type { Unit } from '../translation/wording.ts';
import type { Detail, Named } from './attributes.ts';
import { shorten } from './shorten.ts';
import { bothTexts } from './text.ts';

interface Place {
  unit: Unit;
  wording: Wording | undefined;
}

/** Every text of a module by its place, with what is written for it in a language. */
function placesIn(content: ModuleContent, language: string): Map<string, Place> {
  const translation = content.translations?.[language];
  const places = new Map<string, Place>();
  const add = (block: string, units: readonly Unit[], known: Readonly<Record<string, Wording>> | undefined) => {
    const texts = textsFor(units, known);
    for (const unit of units) places.set(`${block} ${unit.key}`, { unit, wording: texts.get(unit.key) });
  };
  add('', unitsOfHead(content), translation?.head);
  for (const block of content.body.content) {
    const known = translation?.blocks[block.attrs.id];
    if (known) add(block.attrs.id, unitsOfBlock(block), known);
  }
  return places;
}

function detailOf(before: Place | undefined, after: Place | undefined, language: string, called: Named): Detail | null {
  const [old, present] = [before?.wording, after?.wording];
  const [earlier, later] = [old?.text ?? '', present?.text ?? ''];
  if (earlier !== later)
    return { is: 'text', path: ['translations'], called, pieces: bothTexts(earlier, later, language), before: earlier, after: later };
  // The same words, and somebody looked: they hold for what the source says now.
  const checked = old && present && old.from !== present.from;
  return checked ? { is: 'value', path: ['translations'], called, before: 'as it was', after: 'looked at again', of: null } : null;
}

function languageDetails(before: ModuleContent, after: ModuleContent, language: string): Detail[] {
  const name = languageName(language, 'en');
  const summary = `${name} version`;
  const [had, has] = [before, after].map(({ translations }) => translations?.[language] !== undefined);
  const whole: Detail[] =
    had === has
      ? []
      : [
          {
            is: 'value',
            path: ['translations'],
            called: { label: name, summary },
            before: had ? name : null,
            after: has ? name : null,
            of: null,
          },
        ];
  const [earlier, later] = [placesIn(before, language), placesIn(after, language)];
  const places = [...new Set([...later.keys(), ...earlier.keys()])];
  return [
    ...whole,
    ...places.flatMap((place): Detail[] => {
      const [old, present] = [earlier.get(place), later.get(place)];
      // What went with its source says so where the source does.
      if (!present && has) return [];
      const unit = present?.unit ?? old?.unit;
      const label = `${name} for “${shorten(withoutCodes(unit?.text ?? ''), 40)}”`;
      const detail = detailOf(old, present, language, { label, summary });
      return detail ? [detail] : [];
    }),
  ];
}

/** How the translations of a module differ, text by text, each called by its language and its source. */
export function translationDetails(before: ModuleContent, after: ModuleContent): Detail[] {
  const languages = [...new Set([...Object.keys(after.translations ?? {}), ...Object.keys(before.translations ?? {})])].sort();
  return languages.flatMap((language) => languageDetails(before, after, language));
}
