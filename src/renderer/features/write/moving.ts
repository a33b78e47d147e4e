import { type Editor, Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, type Selection, type Transaction } from '@tiptap/pm/state';

/** Where the blocks of the document that a selection touches begin and end. */
export function blockRange({ $from, $to, from, to }: Selection): { from: number; to: number } {
  return { from: $from.depth === 0 ? from : $from.before(1), to: $to.depth === 0 ? to : $to.after(1) };
}

/**
 * Moves what stands between two places of the document before its upper or behind its lower neighbour, or answers null where there
 * is none. It is the neighbour that goes to the other side: cursor, fields and focus in what is moved stay as they are. Each move is undone by itself.
 */
export function movedBy(tr: Transaction, { from, to }: { from: number; to: number }, direction: -1 | 1): Transaction | null {
  const neighbour: Node | null = direction < 0 ? tr.doc.resolve(from).nodeBefore : tr.doc.resolve(to).nodeAfter;
  if (!neighbour) return null;
  closeHistory(tr);
  const size = neighbour.nodeSize;
  if (direction < 0) return tr.delete(from - size, from).insert(to - size, neighbour);
  return tr.delete(to, to + size).insert(from, neighbour);
}

/** Moves the block at a place to another place between blocks, or answers null where it already stands there. */
export function movedTo(tr: Transaction, from: number, target: number): Transaction | null {
  const node = tr.doc.nodeAt(from);
  if (!node || (target >= from && target <= from + node.nodeSize)) return null;
  closeHistory(tr).delete(from, from + node.nodeSize);
  const place = tr.mapping.map(target);
  tr.insert(place, node);
  return NodeSelection.isSelectable(node) ? tr.setSelection(NodeSelection.create(tr.doc, place)) : tr;
}

/** Moves the block at a place by one. */
export function moveBlock(editor: Editor, from: number, direction: -1 | 1): void {
  const node = editor.state.doc.nodeAt(from);
  const moved = node && movedBy(editor.state.tr, { from, to: from + node.nodeSize }, direction);
  if (moved) editor.view.dispatch(moved);
}

/** The point of a checklist with the cursor, or null where it stands in none. */
function pointRange({ $from }: Selection): { from: number; to: number } | null {
  for (let depth = $from.depth; depth > 1; depth -= 1) {
    if ($from.node(depth).type.name === 'checkItem') return { from: $from.before(depth), to: $from.after(depth) };
  }
  return null;
}

/** A point moves within its checklist; the first and the last take the whole list along. */
export function movedSelected(state: EditorState, direction: -1 | 1): Transaction | null {
  const point = pointRange(state.selection);
  return (point && movedBy(state.tr, point, direction)) ?? movedBy(state.tr, blockRange(state.selection), direction);
}

/** Alt with an arrow moves the blocks with the cursor. Where they cannot move, nothing else happens either. */
export const MovingByKeys = Extension.create({
  name: 'movingByKeys',
  // Before what a block itself makes of arrows.
  priority: 1000,
  addKeyboardShortcuts() {
    const move =
      (direction: -1 | 1) =>
      ({ editor }: { editor: Editor }): boolean => {
        const moved = movedSelected(editor.state, direction);
        if (moved) editor.view.dispatch(moved.scrollIntoView());
        return true;
      };
    return { 'Alt-ArrowUp': move(-1), 'Alt-ArrowDown': move(1) };
  },
});
