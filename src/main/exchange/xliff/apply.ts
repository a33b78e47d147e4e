import type { Dropped } from '../../../shared/model/dropped.ts';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { addLanguage, setText, textAt } from '../../../shared/model/translation/change.ts';
import { codeProblem, withoutCodes } from '../../../shared/model/translation/codes.ts';
import { languageName } from '../../../shared/model/translation/language.ts';
import { standingsIn, type TextStanding } from '../../../shared/model/translation/standing.ts';
import { longestText, type Wording } from '../../../shared/model/translation/translations.ts';
import { labelOfUnit, problemSentences } from '../../../shared/model/translation/words.ts';
import { createReport, shortened } from '../convert/report.ts';
import { nameOfUnit } from './names.ts';
import type { XliffUnit } from './read.ts';

export interface Applied {
  content: ModuleContent;
  /** How many texts are another now. */
  taken: number;
  dropped: Dropped[];
}

const quote = (text: string): string => `“${shortened(withoutCodes(text))}”`;

/** What to write for a text, or why nothing is to be. Null where it says nothing new. */
function wordingOf(unit: XliffUnit, standing: TextStanding, present: Wording | null): { wording: Wording } | { why: string } | null {
  const { target, source, settled } = unit;
  if (target === null || target.trim() === '') return null;
  if (target.length > longestText || source.length > longestText) return { why: problemSentences['does-not-fit'] };
  const problem = codeProblem(target, standing.unit.codes);
  if (problem) return { why: problemSentences[problem] };
  const isNow = source === standing.unit.text;
  // Nobody has looked at it since it went out.
  if (present?.text === target && !(settled && isNow)) return null;
  if (present?.text === target && present.from === source) return null;
  if (!isNow && standing.is === 'current') return { why: 'The lesson was changed since, and has newer words for it.' };
  return { wording: { from: source, text: target } };
}

/**
 * Takes a translator's texts into a module. Where the source was changed since the file went out, a text is taken and stands
 * as outdated; where its marks are not those of the source, or it has no place any more, it is not taken, and said.
 */
export function applyXliff(content: ModuleContent, language: string, units: readonly XliffUnit[]): Applied {
  const { dropped, drop } = createReport();
  const begun = addLanguage(content, language);
  const standings = new Map(standingsIn(begun, begun.translations?.[language]).map((standing) => [nameOfUnit(standing), standing]));
  const written: TextStanding[] = [];
  let next = begun;
  for (const unit of units) {
    const standing = standings.get(unit.name);
    if (!standing) {
      if (unit.target?.trim())
        drop(quote(unit.target), 'a text the lesson does not have', 'What it stands for was taken out of the lesson.');
      continue;
    }
    const place = { block: standing.block, key: standing.unit.key };
    const found = wordingOf(unit, standing, textAt(next, language, place));
    if (!found) continue;
    const where = `${labelOfUnit(standing.unit.key)} ${quote(standing.unit.text)}`;
    if ('why' in found) {
      drop(quote(unit.target ?? ''), where, found.why);
      continue;
    }
    next = setText(next, language, place, found.wording);
    written.push(standing);
  }
  const after = new Map(standingsIn(next, next.translations?.[language]).map((standing) => [nameOfUnit(standing), standing]));
  let taken = 0;
  for (const standing of written) {
    const now = after.get(nameOfUnit(standing));
    const place = { block: standing.block, key: standing.unit.key };
    const where = `${labelOfUnit(standing.unit.key)} ${quote(standing.unit.text)}`;
    if (now?.problem) {
      drop(quote(now.text), where, problemSentences[now.problem]);
      next = setText(next, language, place, textAt(begun, language, place));
      continue;
    }
    taken += 1;
    if (now?.is === 'outdated')
      drop(
        `That ${quote(now.text)} is up to date`,
        where,
        `The lesson was changed since the file was made. Its ${languageName(language, 'en')} was taken, and waits for someone to look at it.`,
      );
  }
  return { content: taken > 0 || content.translations?.[language] ? next : content, taken, dropped };
}
