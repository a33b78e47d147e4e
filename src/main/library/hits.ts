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

/** How many of the patterns each line of a text holds, by its number; lines that hold none are left out. */
function countLines(folded: string, patterns: readonly RegExp[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const pattern of patterns) {
    let [line, at, last] = [0, 0, -1];
    for (const match of folded.matchAll(pattern)) {
      for (let next = folded.indexOf('\n', at); next !== -1 && next < match.index; next = folded.indexOf('\n', at)) {
        line += 1;
        at = next + 1;
      }
      if (line !== last) counts.set(line, (counts.get(line) ?? 0) + 1);
      last = line;
    }
  }
  return counts;
}

interface Lines {
  shown: string;
  folded: string;
  places: string;
}

/** The title always, where it was found there; then the lines that hold the most of what was typed, what weighs more before the rest. */
function bestOf({ shown, folded, places }: Lines, patterns: readonly RegExp[]): LibraryHit[] {
  const known = z.array(z.unknown()).parse(JSON.parse(places));
  const texts = shown.split('\n');
  const rank = (line: number): number => searchedParts.indexOf(Place.parse(known[line])[0]);
  const counted = [...countLines(folded, patterns)].map(([line, count]) => ({
    line,
    count: line === 0 && rank(0) === 0 ? patterns.length + 1 : count,
  }));
  const highest = counted.sort((one, other) => other.count - one.count || one.line - other.line).slice(0, 12);
  return highest
    .map((found) => ({ ...found, rank: rank(found.line) }))
    .sort((one, other) => other.count - one.count || one.rank - other.rank || one.line - other.line)
    .slice(0, most)
    .map(({ line }) => {
      const [part, inBlock, ofKind, at] = Place.parse(known[line]);
      return { where: part, block: inBlock, kind: ofKind, second: at, parts: excerpt(partsOf(texts[line] ?? '', patterns)) };
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
