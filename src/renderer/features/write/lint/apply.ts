import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Block } from '../../../../shared/model/blocks/index.ts';
import type { Finding, Mend } from '../../../../shared/model/lint/finding.ts';
import { mendBlock } from '../../../../shared/model/lint/mend.ts';
import { goToBlock, setLine } from '../document.ts';

/** Mends a block in the document. What was changed meanwhile, or is gone, is left as it is. */
function changeBlock(editor: Editor, id: string | null, change: Mend): void {
  editor.commands.command(({ tr, state }) => {
    const found: [node: Node, offset: number][] = [];
    tr.doc.forEach((each, at) => {
      if (each.attrs.id === id) found.push([each, at]);
    });
    const [node, offset] = found[0] ?? [null, 0];
    const block = Block.safeParse(node?.toJSON()).data;
    if (!node || !block) return false;
    const mended = mendBlock(block, change);
    if (mended) tr.replaceWith(offset, offset + node.nodeSize, state.schema.nodeFromJSON(mended));
    // A document has one block at least.
    else if (tr.doc.childCount > 1) tr.delete(offset, offset + node.nodeSize);
    return true;
  });
}

/** Mends a finding in the document, as one step that can be undone. */
export function applyMend(editor: Editor, { block, mend }: Finding): void {
  if (!mend) return;
  const { change } = mend;
  if (change.do === 'line') setLine(editor, change.line, change.value, `mend ${Date.now()}`);
  else changeBlock(editor, block, change);
}

/** What stands beside the lesson is folded until one needs it. */
function openBeside(): void {
  const field = document.querySelector<HTMLElement>('[data-freshness]');
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
}

/** Brings one to where a finding stands, ready to type. */
export function goToFinding(editor: Editor, { block, where }: Finding): void {
  if (block !== null) goToBlock(editor, block);
  else if (where === 'body') editor.commands.focus('end');
  else if (where === 'freshness') openBeside();
  else if (where) document.getElementById(where)?.focus();
}
