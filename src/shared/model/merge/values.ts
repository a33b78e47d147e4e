import canonicalize from 'canonicalize';
import { isName, type Value } from '../difference/attributes.ts';
import { wordsOf } from '../difference/text.ts';
import { mergeOrder } from './order.ts';
import { mergeRows } from './rows.ts';

/** What became of two changes, or null where they do not go together. */
export type Merge<T> = { value: T } | null;

type Record = { [key: string]: Value };

const isRecord = (value: Value): value is Record => typeof value === 'object' && value !== null && !Array.isArray(value);
export const same = (one: unknown, other: unknown): boolean => one === other || canonicalize(one) === canonicalize(other);
const idOf = (value: Value): string | null => (isRecord(value) && typeof value.id === 'string' ? value.id : null);

export function mergeTexts(base: string, mine: string, theirs: string, language: string): Merge<string> {
  const [old, my, their] = [base, mine, theirs].map((text) => wordsOf(text, language));
  if (!old || !my || !their) return null;
  const words = mergeRows(old, my, their, { key: (word) => word, touching: true, resolve: () => null });
  return words && { value: words.join('') };
}

function mergeRecords(base: Record, mine: Record, theirs: Record, language: string): Merge<Record> {
  const merged: Record = {};
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)])) {
    // A name is given anew where there was none; what was named by both keeps one of its names.
    const found = key === 'id' ? { value: mine.id ?? theirs.id } : mergeValues(base[key], mine[key], theirs[key], language);
    if (!found) return null;
    if (found.value !== undefined) merged[key] = found.value;
  }
  return { value: merged };
}

/** Which answers are right is one decision, spread over all answers: two of them make nonsense. */
function decidedTwice(base: Value[], mine: Value[], theirs: Value[]): boolean {
  const right = (items: Value[]) => items.filter((item) => isRecord(item) && item.correct === true).map(idOf);
  const [old, my, their] = [right(base), right(mine), right(theirs)];
  return !same(old, my) && !same(old, their) && !same(my, their);
}

function mergeNamed(base: Value[], mine: Value[], theirs: Value[], language: string): Merge<Value[]> {
  if (decidedTwice(base, mine, theirs)) return null;
  const sides = [base, mine, theirs].map((items) => new Map(items.map((item) => [idOf(item) ?? '', item])));
  const [old, my, their] = sides;
  if (!old || !my || !their || sides.some(({ size }, index) => size !== [base, mine, theirs][index]?.length)) return null;
  const items = new Map<string, Value>();
  for (const id of new Set([...my.keys(), ...their.keys()])) {
    const [was, here, there] = [old.get(id), my.get(id), their.get(id)];
    // Gone on one side counts only where the other left it alone.
    if (old.has(id) && (!my.has(id) || !their.has(id)) && (same(was, here) || same(was, there))) continue;
    const found = my.has(id) && their.has(id) ? mergeValues(was, here, there, language) : { value: here ?? there };
    if (!found) return null;
    items.set(id, found.value);
  }
  const order = mergeOrder([...old.keys()], [...my.keys()], [...their.keys()], (id) => items.has(id));
  return { value: order.map((id) => items.get(id)) };
}

/** Things between two that stayed, each with its counterpart on the other side. */
function pairwise<T>(base: T[], mine: T[], theirs: T[], merge: (base: T, mine: T, theirs: T) => Merge<T>): T[] | null {
  if (base.length !== mine.length || base.length !== theirs.length) return null;
  const merged: T[] = [];
  for (const [index, old] of base.entries()) {
    const [my, their] = [mine[index], theirs[index]];
    const found = my === undefined || their === undefined ? null : merge(old, my, their);
    if (!found) return null;
    merged.push(found.value);
  }
  return merged;
}

/** Things in a row without names: what both put in at one place stands there together, in an order that is the same for both. */
export function mergeThings<T>(base: T[], mine: T[], theirs: T[], merge: (base: T, mine: T, theirs: T) => Merge<T>): T[] | null {
  const key = (thing: T) => canonicalize(thing) ?? '';
  return mergeRows(base, mine, theirs, {
    key,
    touching: false,
    resolve: (old, my, their) =>
      old.length === 0
        ? [my, their].sort((one, other) => (key(one[0] as T) < key(other[0] as T) ? -1 : 1)).flat()
        : pairwise(old, my, their, merge),
  });
}

/** Both changes of one value, whatever it holds. */
export function mergeValues(base: Value, mine: Value, theirs: Value, language: string): Merge<Value> {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine };
  if (same(base, mine)) return { value: theirs };
  if (isRecord(base) && isRecord(mine) && isRecord(theirs)) return mergeRecords(base, mine, theirs, language);
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(theirs)) {
    if ([...base, ...mine, ...theirs].every((item) => idOf(item) !== null)) return mergeNamed(base, mine, theirs, language);
    const things = mergeThings(base, mine, theirs, (...items) => mergeValues(...items, language));
    return things && { value: things };
  }
  if (typeof base !== 'string' || typeof mine !== 'string' || typeof theirs !== 'string' || isName(base || mine)) return null;
  return mergeTexts(base, mine, theirs, language);
}
