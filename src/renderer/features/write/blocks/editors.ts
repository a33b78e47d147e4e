import type { NodeViewProps } from '@tiptap/react';
import type { ReactNode } from 'react';
import type { WholeBlockType } from '../../../../shared/model/blocks/index.ts';
import { ImageBlock } from './image-block.tsx';
import { QuizBlock } from './quiz/quiz-block.tsx';
import { VideoBlock } from './video-block.tsx';

/** What edits each block that is edited as a whole. */
export const editors: Record<WholeBlockType, (props: NodeViewProps) => ReactNode> = {
  image: ImageBlock,
  video: VideoBlock,
  quiz: QuizBlock,
};
