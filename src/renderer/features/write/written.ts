import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { withCopiedTexts } from '../../../shared/model/translation/taken.ts';
import { copiedBlocks } from '../../../shared/schema/identity.ts';
import { asWritten, fromDocument, sameModule } from './document.ts';

/** The module as it stands in the editor. Reading it takes the whole document, so nobody reads it between two keys. */
export interface Written {
  read(): ModuleContent;
  /**
   * Tells of the document's new state, and of what the editor does not hold where that is new as well. Opening a module, or
   * putting the cursor into it, may set the editor right; neither is a change of the module, and nobody hears of it.
   */
  become(doc: Node, beside?: ModuleContent): void;
  /** Tells of what changes of the document made of it. What they copied says the same in every language as its original. */
  follow(doc: Node, transactions: readonly Transaction[]): void;
  /** Another content takes the module's place: of a page that was left nothing but that is still read. */
  replace(content: ModuleContent): void;
  /** Hears of each change until the function that is given back is called. */
  listen(changed: () => void): () => void;
}

export function createWritten(first: ModuleContent, opened: Node): Written {
  const listeners = new Set<() => void>();
  let [doc, rest] = [opened, first];
  let known: ModuleContent | null = asWritten(first);
  const written: Written = {
    read() {
      known ??= fromDocument(doc, rest);
      return known;
    },
    become(next, beside = rest) {
      const changed = beside !== rest || !sameModule(doc, next);
      [doc, rest] = [next, beside];
      if (!changed) return;
      known = null;
      for (const tell of listeners) tell();
    },
    follow(next, transactions) {
      written.become(next);
      const copies = copiedBlocks(transactions);
      if (copies.length === 0) return;
      const before = written.read();
      const after = withCopiedTexts(before, copies);
      if (after !== before) written.become(next, after);
    },
    replace(content) {
      [rest, known] = [content, content];
    },
    listen(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
  return written;
}
