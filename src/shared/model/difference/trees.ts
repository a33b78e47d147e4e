import canonicalize from 'canonicalize';
import { diffArrays } from 'diff';
import { textOf } from '../blocks/inline.ts';
import { type AnyNode, type BothNode, holdsText, onOneSide } from './nodes.ts';
import { bothLines, wordsOf } from './text.ts';

/** Parts of a changed stretch that share at least this much of their words are one part that was rewritten. */
const leastAlike = 0.4;
/** In a longer stretch parts are not sought in each other, only side by side. */
const mostSought = 60;
/** More changed parts than this are not told apart. */
const mostParts = 2000;

/** How much two nodes of one kind have in common, from 0 to 1; those without a word are alike. */
function likeness(one: AnyNode, other: AnyNode, language: string): number {
  if (one.type !== other.type) return 0;
  const words = (node: AnyNode) => wordsOf(textOf(node), language).filter((word) => word.trim() !== '');
  const [mine, theirs] = [words(one), words(other)];
  if (mine.length + theirs.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of mine) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of theirs) {
    const rest = left.get(word) ?? 0;
    if (rest > 0) shared += 1;
    left.set(word, rest - 1);
  }
  return (2 * shared) / (mine.length + theirs.length);
}

/** A stretch in which everything changed: parts that are alike are compared, in their order, the others are out or in. */
function bothStretches(out: readonly AnyNode[], come: readonly AnyNode[], language: string): BothNode[] {
  const both: BothNode[] = [];
  const sought = out.length <= mostSought && come.length <= mostSought;
  let next = 0;
  for (const [index, old] of out.entries()) {
    const twin = sought
      ? come.findIndex((node, place) => place >= next && likeness(old, node, language) >= leastAlike)
      : come[index]?.type === old.type
        ? index
        : -1;
    const found = come[twin];
    if (!found) {
      both.push(onOneSide(old, 'out'));
      continue;
    }
    both.push(...come.slice(next, twin).map((node) => onOneSide(node, 'in')), bothNodes(old, found, language));
    next = twin + 1;
  }
  return [...both, ...come.slice(next).map((node) => onOneSide(node, 'in'))];
}

/** Parts of two nodes in one row: what did not change holds the row together. */
function bothParts(before: readonly AnyNode[], after: readonly AnyNode[], language: string): BothNode[] {
  const key = (node: AnyNode) => canonicalize(node) ?? '';
  const changes = diffArrays(before.map(key), after.map(key), { maxEditLength: mostParts });
  if (!changes) return bothStretches(before, after, language);
  const both: BothNode[] = [];
  let [earlier, later] = [0, 0];
  let [out, come]: AnyNode[][] = [[], []];
  const close = () => {
    both.push(...bothStretches(out ?? [], come ?? [], language));
    [out, come] = [[], []];
  };
  for (const { added, removed, count } of changes) {
    if (removed) out = before.slice(earlier, earlier + count);
    else if (added) come = after.slice(later, later + count);
    else {
      close();
      both.push(...after.slice(later, later + count).map((node) => onOneSide(node, 'same')));
    }
    if (!added) earlier += count;
    if (!removed) later += count;
  }
  close();
  return both;
}

/** What two nodes hold, in one: words where they hold text, else part by part. */
function bothContents(before: AnyNode, after: AnyNode, language: string): BothNode[] {
  const [earlier, later] = [before.content ?? [], after.content ?? []];
  const written = (node: AnyNode) => holdsText(node) || (node.content ?? []).length === 0;
  return written(before) && written(after) ? bothLines(earlier, later, language) : bothParts(earlier, later, language);
}

/** Both sides of one node. */
export function bothNodes(before: AnyNode, after: AnyNode, language: string): BothNode {
  const { content: _, ...node } = after;
  const otherwise = before.type !== after.type || canonicalize(before.attrs ?? {}) !== canonicalize(after.attrs ?? {});
  return {
    ...node,
    side: 'same',
    ...((before.content ?? after.content) && { content: bothContents(before, after, language) }),
    ...(otherwise && { was: { type: before.type, attrs: before.attrs } }),
  };
}
