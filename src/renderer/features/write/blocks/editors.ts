import type { NodeViewProps } from '@tiptap/react';
import type { ReactNode } from 'react';
import type { WholeBlockType } from '../../../../shared/model/blocks/index.ts';
import { AskMeBlock } from './ask-me-block.tsx';
import { FlipCardsBlock } from './flip-cards-block.tsx';
import { ImageBlock } from './image-block.tsx';
import { QuizBlock } from './quiz/quiz-block.tsx';
import { ReflectionBlock } from './reflection-block.tsx';
import { StepsBlock } from './steps-block.tsx';
import { VideoBlock } from './video-block.tsx';

/** What edits each block that is edited as a whole. */
export const editors: Record<WholeBlockType, (props: NodeViewProps) => ReactNode> = {
  image: ImageBlock,
  video: VideoBlock,
  quiz: QuizBlock,
  steps: StepsBlock,
  flipCards: FlipCardsBlock,
  reflection: ReflectionBlock,
  askMe: AskMeBlock,
};
