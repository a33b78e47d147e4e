import type { AnyExtension } from '@tiptap/core';
import { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions';
import { ReactNodeViewRenderer } from '@tiptap/react';
import type { WholeBlockType } from '../../../shared/model/blocks/index.ts';
import { wholeBlocks } from '../../../shared/schema/blocks.ts';
import { moduleExtensions } from '../../../shared/schema/extensions.ts';
import { BlockIds } from '../../../shared/schema/identity.ts';
import { BlockLimit } from '../../../shared/schema/limit.ts';
import { TypingBesideBlocks } from '../../../shared/schema/typing.ts';
import { editors } from './blocks/editors.ts';
import { Commented } from './commented.ts';
import { DeskDocument } from './document.ts';
import { Originals } from './reuse/originals.ts';

/** They are moved by their handle and by buttons, so that one can select text in their fields. */
const edited = wholeBlocks.map((node) =>
  node.extend({ draggable: false, addNodeView: () => ReactNodeViewRenderer(editors[node.name as WholeBlockType]) }),
);

/** The schema's nodes, the document and the blocks with what edits them. */
const nodes = new Map<string, AnyExtension>([DeskDocument, ...edited].map((node) => [node.name, node]));

export const deskExtensions: AnyExtension[] = [
  ...moduleExtensions.map((extension) => nodes.get(extension.name) ?? extension),
  BlockIds,
  BlockLimit,
  TypingBesideBlocks,
  Commented,
  Originals,
  UndoRedo,
  Dropcursor.configure({ color: false, class: 'drop-cursor' }),
  Gapcursor,
  TrailingNode.configure({ notAfter: ['paragraph'] }),
  Placeholder.configure({ placeholder: ({ editor }) => (editor.isEmpty ? 'Write what your colleagues need to know.' : '') }),
];
