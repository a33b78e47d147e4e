import { Editor, type JSONContent } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import type { Node, Schema } from '@tiptap/pm/model';
import { type Command, EditorState } from '@tiptap/pm/state';
import { v4 } from 'uuid';
import { moduleExtensions } from '../../../../src/shared/schema/extensions.ts';
import { BlockIds } from '../../../../src/shared/schema/identity.ts';
import { BlockLimit } from '../../../../src/shared/schema/limit.ts';

/** One for all: an editor is let go only when the event loop turns, and thousands of documents do not wait for that. */
const { schema, extensionManager } = new Editor({
  element: null,
  content: { type: 'doc', content: [{ type: 'paragraph' }] },
  extensions: [...moduleExtensions, BlockIds, BlockLimit, UndoRedo],
});

/** The editor's schema and plug-ins over a plain state: what happens to a document when someone types, without a page. */
export class Desk {
  readonly schema: Schema = schema;
  state: EditorState;

  constructor(document: JSONContent = { type: 'doc', content: [{ type: 'paragraph', attrs: { id: v4() } }] }) {
    this.state = EditorState.create({ doc: schema.nodeFromJSON(document), plugins: extensionManager.plugins });
  }

  do(command: Command): boolean {
    return command(this.state, (transaction) => {
      this.state = this.state.applyTransaction(transaction).state;
    });
  }

  /** Adds a line at the end, as the editor does by itself: whatever else of the document is set right by that, is. */
  touch(): void {
    this.do(({ tr, doc, schema }, dispatch) => {
      dispatch?.(tr.insert(doc.content.size, schema.nodes.paragraph?.create() ?? []));
      return true;
    });
  }

  get document(): unknown {
    return this.state.doc.toJSON();
  }

  get ids(): unknown[] {
    const ids: unknown[] = [];
    this.state.doc.descendants((node: Node) => {
      if ('id' in node.attrs) ids.push(node.attrs.id);
    });
    return ids;
  }
}
