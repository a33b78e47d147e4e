import { z } from 'zod';
import { LibraryHit } from '../../shared/contract/library.ts';
import { searchedParts } from '../../shared/model/library/describe.ts';
import { excerpt, partsOf } from '../../shared/model/library/excerpt.ts';
import { type QueryTerm, toPatterns } from '../../shared/model/library/query.ts';
import type { Studio } from '../studio.ts';

/** As many places are shown of one module. */
const most = 3;

const { where, block, kind, second } = LibraryHit.shape;
const Place = z.tuple([where, block, kind, second]);
/** Of hundreds of places a few are shown: each is checked when it is needed. */
const Places = z.custom<readonly (readonly unknown[] | undefined)[]>(Array.isArray);
const parts: readonly unknown[] = searchedParts;

/** How many of the patterns each line of a text holds, by its number; lines that hold none are left out. */
function countLines(folded: string, patterns: readonly RegExp[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const pattern of patterns) {
    let [line, start] = [0, 0];
    pattern.lastIndex = 0;
    while (pattern.test(folded)) {
      // What was found lies within one line; where in it makes no difference, nor what else is in the line.
      const at = pattern.lastIndex - 1;
      let end = folded.indexOf('\n', start);
      for (; end !== -1 && end < at; end = folded.indexOf('\n', start)) {
        line += 1;
        start = end + 1;
      }
      counts.set(line, (counts.get(line) ?? 0) + 1);
      if (end === -1) break;
      line += 1;
      start = end + 1;
      pattern.lastIndex = start;
    }
    pattern.lastIndex = 0;
  }
  return counts;
}

/** A line of a text by its number. */
function lineAt(text: string, line: number): string {
  let start = 0;
  for (let before = 0; before < line; before += 1) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end);
}

interface Lines {
  shown: string;
  folded: string;
  places: string;
}

/** The title always, where it was found there; then the lines that hold the most of what was typed, what weighs more before the rest. */
function bestOf({ shown, folded, places }: Lines, patterns: readonly RegExp[]): LibraryHit[] {
  const known = Places.parse(JSON.parse(places));
  const rank = (line: number): number => parts.indexOf(known[line]?.[0]);
  const counted = [...countLines(folded, patterns)].map(([line, count]) => ({
    line,
    count: line === 0 && rank(0) === 0 ? patterns.length + 1 : count,
    rank: rank(line),
  }));
  return counted
    .sort((one, other) => other.count - one.count || one.rank - other.rank || one.line - other.line)
    .slice(0, most)
    .map(({ line }) => {
      const [part, inBlock, ofKind, at] = Place.parse(known[line]);
      return { where: part, block: inBlock, kind: ofKind, second: at, parts: excerpt(partsOf(lineAt(shown, line), patterns)) };
    });
}

/** Where the words of a search stand in each of some entries. */
export async function hitsOf(
  database: Studio['database'],
  terms: readonly QueryTerm[],
  entries: readonly number[],
): Promise<Map<number, LibraryHit[]>> {
  if (entries.length === 0) return new Map();
  const rows = await database.selectFrom('catalogue_lines').selectAll().where('entry', 'in', entries).execute();
  const patterns = toPatterns(terms);
  return new Map(rows.map(({ entry, ...lines }) => [entry, bestOf(lines, patterns)]));
}
