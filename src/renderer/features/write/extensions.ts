import { type AnyExtension, Node } from '@tiptap/core';
import { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions';
import { ReactNodeViewRenderer } from '@tiptap/react';
import type { BlockType, WholeBlockType } from '../../../shared/model/blocks/index.ts';
import { wholeBlocks } from '../../../shared/schema/blocks.ts';
import { moduleExtensions } from '../../../shared/schema/extensions.ts';
import { BlockIds } from '../../../shared/schema/identity.ts';
import { BlockLimit } from '../../../shared/schema/limit.ts';
import { TypingBesideBlocks } from '../../../shared/schema/typing.ts';
import { editors, proseEditors } from './blocks/editors.ts';
import { inTurn } from './blocks/in-turn.tsx';
import { openSections } from './blocks/open-sections.ts';
import { Commented } from './commented.ts';
import { DeskDocument } from './document.ts';
import { EnteringFields } from './enter-fields.ts';
import { Guidance } from './guidance.ts';
import { HeldPlaces } from './held-places.ts';
import { SlashMenu } from './inserting/slash.ts';
import { MovingByKeys } from './moving.ts';
import { Originals } from './reuse/originals.ts';

/** They are moved by their handle and by keys, so that one can select text in their fields. */
const whole = wholeBlocks.map((node) =>
  node.extend({ draggable: false, addNodeView: () => ReactNodeViewRenderer(inTurn(editors[node.name as WholeBlockType])) }),
);

/** The schema's nodes with what edits them. */
function edited(extension: AnyExtension): AnyExtension {
  const block = proseEditors[extension.name as BlockType];
  if (extension instanceof Node && block) return extension.extend({ addNodeView: () => ReactNodeViewRenderer(...block) });
  return replaced.get(extension.name) ?? extension;
}

const replaced = new Map<string, AnyExtension>([DeskDocument, ...whole, ...openSections].map((node) => [node.name, node]));

export const deskExtensions: AnyExtension[] = [
  ...moduleExtensions.map(edited),
  BlockIds,
  BlockLimit,
  TypingBesideBlocks,
  MovingByKeys,
  EnteringFields,
  SlashMenu,
  Commented,
  Guidance,
  HeldPlaces,
  Originals,
  UndoRedo,
  Dropcursor.configure({ color: false, class: 'drop-cursor' }),
  Gapcursor,
  TrailingNode.configure({ notAfter: ['paragraph'] }),
  Placeholder.configure({
    placeholder: ({ editor }) =>
      editor.isEmpty && !editor.state.doc.firstChild?.attrs.hint ? 'Write what your colleagues need to know.' : '',
  }),
];
