import type { Node } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { diffArrays } from 'diff';
import { longestRise } from '../model/difference/order.ts';
import { wordsOf } from '../model/difference/text.ts';
import { keepIds } from './identity.ts';

interface Piece {
  node: Node;
  key: string;
}

/** Words, spaces and what stands between them, with their marks. */
function piecesOf(line: Node): Piece[] {
  const pieces: Piece[] = [];
  const add = (node: Node) => pieces.push({ node, key: JSON.stringify(node.toJSON()) });
  line.forEach((child) => {
    if (!child.isText) add(child);
    let at = 0;
    for (const word of wordsOf(child.text ?? '', 'en')) {
      add(child.cut(at, at + word.length));
      at += word.length;
    }
  });
  return pieces;
}

const sizeOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { node }) => sum + node.nodeSize, 0);

/** Only the words that differ are replaced, the last ones first, so that a cursor among the others stays where it is. */
function becomeLine(tr: Transaction, at: number, line: Node, target: Node): void {
  const [before, after] = [piecesOf(line), piecesOf(target)];
  const keys = (pieces: Piece[]) => pieces.map(({ key }) => key);
  let [earlier, later] = [0, 0];
  const steps = diffArrays(keys(before), keys(after)).map(({ added, removed, count }) => {
    const step = {
      from: sizeOf(before.slice(0, earlier)),
      to: sizeOf(before.slice(0, added ? earlier : earlier + count)),
      put: removed ? [] : after.slice(later, later + count).map(({ node }) => node),
      changes: added || removed,
    };
    if (!added) earlier += count;
    if (!removed) later += count;
    return step;
  });
  for (const { from, to, put, changes } of steps.reverse()) if (changes) tr.replaceWith(at + 1 + from, at + 1 + to, put);
}

/** Attributes one by one: a block that is selected or written in stays so. */
function becomeMarkup(tr: Transaction, at: number, node: Node, target: Node): void {
  if (node.type !== target.type) tr.setNodeMarkup(at, target.type, target.attrs);
  else
    for (const [name, value] of Object.entries(target.attrs))
      if (JSON.stringify(node.attrs[name]) !== JSON.stringify(value)) tr.setNodeAttribute(at, name, value);
}

function become(tr: Transaction, at: number, node: Node, target: Node): void {
  if (node.eq(target)) return;
  const alike = node.type === target.type || (node.isTextblock && target.isTextblock);
  if (!alike) {
    tr.replaceWith(at, at + node.nodeSize, target);
    return;
  }
  if (node.isTextblock) becomeLine(tr, at, node, target);
  else if (node.childCount === target.childCount) {
    let end = at + node.nodeSize - 1;
    for (const [index, child] of [...node.children.entries()].reverse()) {
      end -= child.nodeSize;
      become(tr, end, child, target.child(index));
    }
  } else {
    const start = node.content.findDiffStart(target.content) ?? 0;
    const end = node.content.findDiffEnd(target.content) ?? { a: node.content.size, b: target.content.size };
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    tr.replace(at + 1 + start, at + 1 + end.a + overlap, target.slice(start, end.b + overlap));
  }
  becomeMarkup(tr, at, node, target);
}

/** A selection by the block it stands in, for the case that the block is taken elsewhere. */
function heldSelection({ selection, doc }: EditorState): (tr: Transaction) => void {
  const { $anchor, anchor, head } = selection;
  const whole = selection instanceof NodeSelection && $anchor.depth === 0;
  const block = whole ? selection.node : $anchor.depth > 0 ? $anchor.node(1) : null;
  const start = whole ? anchor : $anchor.depth > 0 ? $anchor.before(1) : 0;
  const id: unknown = block?.attrs.id;
  if (!id || !doc.nodeAt(start)) return () => undefined;
  return (tr) => {
    tr.doc.forEach((node, offset) => {
      if (node.attrs.id !== id) return;
      const within = (at: number) => tr.doc.resolve(Math.min(offset + at - start, offset + node.nodeSize - 1));
      if (whole) tr.setSelection(NodeSelection.create(tr.doc, offset));
      else tr.setSelection(TextSelection.between(within(anchor), within(head)));
    });
  };
}

/**
 * The document becomes another one in steps as small as can be: what is the same is left alone, so that cursor, selection
 * and undo of the one who writes stay where they are. It is nothing that she did, so she does not undo it.
 */
export function becoming(state: EditorState, target: Node): Transaction {
  const { tr, doc } = state;
  const wanted = new Map(target.children.map((node, index): [string, number] => [node.attrs.id, index]));
  let end = 0;
  const present = doc.children.map(({ attrs: { id }, nodeSize: size }) => {
    end += size;
    return { id, at: end - size, size, place: wanted.get(id) };
  });
  const rise = longestRise(present.flatMap(({ place }) => place ?? []));
  const stay = new Set(present.filter(({ place }) => place !== undefined).flatMap(({ id }, index) => (rise.has(index) ? id : [])));

  const going = present.filter(({ id }) => !stay.has(id));
  const moved = going.some(({ place, id }) => place !== undefined && id === selectedBlock(state));
  const restore = moved ? heldSelection(state) : () => undefined;
  // A document is never empty, not even in between: what would leave it so goes last, when the others are in.
  for (const { at, size } of going.slice(stay.size === 0 ? 1 : 0).reverse()) tr.delete(at, at + size);
  let at = 0;
  target.forEach((node) => {
    const here = tr.doc.nodeAt(at);
    if (here && stay.has(node.attrs.id) && here.attrs.id === node.attrs.id) become(tr, at, here, node);
    else tr.insert(at, node);
    at += tr.doc.nodeAt(at)?.nodeSize ?? 0;
  });
  if (at < tr.doc.content.size) tr.delete(at, tr.doc.content.size);
  for (const [name, value] of Object.entries(target.attrs)) if (doc.attrs[name] !== value) tr.setDocAttribute(name, value);
  restore(tr);
  return keepIds(tr.setMeta('addToHistory', false));
}

const selectedBlock = ({ selection, doc }: EditorState): string | null =>
  (selection.$anchor.depth > 0 ? selection.$anchor.node(1) : doc.nodeAt(selection.from))?.attrs.id ?? null;
