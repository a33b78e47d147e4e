import type { EditList } from '../../shared/model/edit/list.ts';
import type { Finding } from '../../shared/model/privacy/finding.ts';
import { joinFindings } from '../../shared/model/privacy/join.ts';
import { shownOf } from '../../shared/model/privacy/standing.ts';
import { lengthOf, type Range, united, without } from '../../shared/model/ranges.ts';
import type { Take } from '../../shared/model/take.ts';
import type { Searched } from './rows.ts';

/** A camera films a face and a room; screens and imported videos are what can show a name or a number. */
export const isSearchable = ({ origin, tracks }: Pick<Take, 'origin' | 'tracks'>): boolean =>
  tracks.some(({ kind }) => kind === 'screen' || (origin === 'imported' && kind === 'camera'));

export interface Stretch extends Range {
  take: string;
}

/** Pure: which stretches of takes an edit shows. */
export function shownStretches({ clips }: Pick<EditList, 'clips'>, takes: readonly string[]): Stretch[] {
  return takes.flatMap((take) => united(clips.filter(({ source }) => source === take)).map((range) => ({ take, ...range })));
}

/** What is known of what an edit shows. */
export interface Coverage {
  findings: Finding[];
  searchable: number;
  /** Stretches that were not searched yet. */
  missing: Stretch[];
  searched: Searched[];
}

/** Pure: what of an edit was searched, and what was found in what it shows. */
export function coverageOf(edit: Pick<EditList, 'clips'>, takes: readonly string[], searched: readonly Searched[]): Coverage {
  const shown = shownStretches(edit, takes);
  const touching = searched.filter(({ take, from, to }) => shown.some((part) => part.take === take && from < part.to && to > part.from));
  const missing = takes.flatMap((take) =>
    without(
      shown.filter((part) => part.take === take),
      searched.filter((part) => part.take === take),
    ).map((range) => ({ take, ...range })),
  );
  const findings = joinFindings(touching.flatMap((part) => part.findings)).filter((finding) => shownOf(edit, finding).length > 0);
  return { findings, searchable: lengthOf(shown), missing, searched: touching };
}
