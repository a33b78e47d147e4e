import canonicalize from 'canonicalize';
import { diffArrays } from 'diff';
import { paired } from './order.ts';
import { bothTexts, type Piece } from './text.ts';

/** What an attribute holds. */
export type Value = string | number | boolean | null | undefined | Value[] | { [key: string]: Value };

/** Keys from outside in, and places in lists counted from one: `['quiz', 'options', 2, 'text']`. */
export type Path = readonly (string | number)[];

/** What a detail is called where its path says nothing to a reader, and what a summary of many calls it. */
export interface Named {
  label: string;
  summary: string;
}

/** How one detail of a block differs. */
export type Detail =
  | { is: 'kind'; path: Path; before: string; after: string }
  | { is: 'text'; path: Path; called?: Named; pieces: Piece[]; before: string; after: string }
  | { is: 'value'; path: Path; called?: Named; before: Value; after: Value /** What it is a detail of, afterwards. */; of: Value }
  | { is: 'added' | 'removed' | 'moved'; path: Path; item: Value };

/** What follows from a file that is shown: with another file it is another, and says nothing by itself. */
const ofTheFile = new Set(['poster', 'duration', 'width', 'height', 'bytes', 'sizes']);
/** Names and addresses of things: one reads as little in them as in a number. */
export const isName = (text: string): boolean => /^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(text);

const isRecord = (value: Value): value is { [key: string]: Value } => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (one: Value, other: Value): boolean => one === other || canonicalize(one) === canonicalize(other);
const idOf = (value: Value): string | null => (isRecord(value) && typeof value.id === 'string' ? value.id : null);

/** Things of a list that carry a name are followed by it, through every change and to every place. */
function named(before: Value[], after: Value[], path: Path, language: string): Detail[] {
  return paired(before, after, (item) => idOf(item) ?? '').flatMap((pair): Detail[] => {
    const at = [...path, (pair.to ?? pair.from ?? 0) + 1];
    if (pair.to === null) return [{ is: 'removed', path: at, item: pair.before }];
    if (pair.from === null) return [{ is: 'added', path: at, item: pair.after }];
    const moved: Detail[] = pair.moved ? [{ is: 'moved', path: at, item: pair.after }] : [];
    return [...moved, ...detailsBetween(pair.before, pair.after, at, language, after)];
  });
}

/** More changes than this in one list are told as one. */
const mostItems = 500;

/** Things without a name are followed by what they are: those between two that stayed are compared side by side. */
function nameless(before: Value[], after: Value[], path: Path, language: string): Detail[] {
  const key = (value: Value) => canonicalize(value) ?? '';
  const changes = diffArrays(before.map(key), after.map(key), { maxEditLength: mostItems });
  if (!changes) return [{ is: 'value', path, before, after, of: after }];
  const details: Detail[] = [];
  let [earlier, later] = [0, 0];
  let out: { item: Value; place: number }[] = [];
  for (const { added, removed, count } of changes) {
    const run = Array.from({ length: count }, (_, index) => index);
    if (removed) out = run.map((index) => ({ item: before[earlier + index], place: earlier + index }));
    if (added) {
      for (const index of run) {
        const at = [...path, later + index + 1];
        const item = after[later + index];
        const old = out.shift();
        if (old) details.push(...detailsBetween(old.item, item, at, language, after));
        else details.push({ is: 'added', path: at, item });
      }
    }
    if (!removed) {
      details.push(...out.map(({ item, place }): Detail => ({ is: 'removed', path: [...path, place + 1], item })));
      out = [];
    }
    if (!added) earlier += count;
    if (!removed) later += count;
  }
  return [...details, ...out.map(({ item, place }): Detail => ({ is: 'removed', path: [...path, place + 1], item }))];
}

function records(before: { [key: string]: Value }, after: { [key: string]: Value }, path: Path, language: string): Detail[] {
  const otherFile = 'media' in before && 'media' in after && before.media !== after.media;
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys
    .filter((key) => key !== 'id' && !(otherFile && ofTheFile.has(key)))
    .flatMap((key) => detailsBetween(before[key], after[key], [...path, key], language, after));
}

/** All details in which two values differ, whatever they are. */
export function detailsBetween(before: Value, after: Value, path: Path, language: string, of: Value = after): Detail[] {
  if (same(before, after)) return [];
  if (isRecord(before) && isRecord(after)) return records(before, after, path, language);
  if (Array.isArray(before) && Array.isArray(after)) {
    const all = [...before, ...after];
    return all.every((item) => idOf(item) !== null) ? named(before, after, path, language) : nameless(before, after, path, language);
  }
  const [earlier, later] = [before ?? '', after ?? ''];
  if (typeof earlier === 'string' && typeof later === 'string' && !isName(earlier || later))
    return [{ is: 'text', path, pieces: bothTexts(earlier, later, language), before: earlier, after: later }];
  return [{ is: 'value', path, before, after, of }];
}
