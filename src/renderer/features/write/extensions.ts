import type { AnyExtension } from '@tiptap/core';
import { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { ImageNode, QuizNode, VideoNode } from '../../../shared/schema/blocks.ts';
import { moduleExtensions } from '../../../shared/schema/extensions.ts';
import { BlockIds } from '../../../shared/schema/identity.ts';
import { BlockLimit } from '../../../shared/schema/limit.ts';
import { TypingBesideBlocks } from '../../../shared/schema/typing.ts';
import { ImageBlock } from './blocks/image-block.tsx';
import { QuizBlock } from './blocks/quiz-block.tsx';
import { VideoBlock } from './blocks/video-block.tsx';
import { Commented } from './commented.ts';
import { DeskDocument } from './document.ts';

/** The schema's blocks with what edits them; they are moved by buttons, so that one can select text in their fields. */
const edited: Record<string, AnyExtension> = {
  doc: DeskDocument,
  image: ImageNode.extend({ draggable: false, addNodeView: () => ReactNodeViewRenderer(ImageBlock) }),
  video: VideoNode.extend({ draggable: false, addNodeView: () => ReactNodeViewRenderer(VideoBlock) }),
  quiz: QuizNode.extend({ draggable: false, addNodeView: () => ReactNodeViewRenderer(QuizBlock) }),
};

export const deskExtensions: AnyExtension[] = [
  ...moduleExtensions.map((extension) => edited[extension.name] ?? extension),
  BlockIds,
  BlockLimit,
  TypingBesideBlocks,
  Commented,
  UndoRedo,
  Dropcursor.configure({ color: false, class: 'drop-cursor' }),
  Gapcursor,
  TrailingNode.configure({ notAfter: ['paragraph'] }),
  Placeholder.configure({ placeholder: ({ editor }) => (editor.isEmpty ? 'Write what your colleagues need to know.' : '') }),
];
