import type { ReactNodeViewProps, ReactNodeViewRendererOptions } from '@tiptap/react';
import type { ReactNode } from 'react';
import type { BlockType, WholeBlockType } from '../../../../shared/model/blocks/index.ts';
import { AccordionBlock } from './accordion-block.tsx';
import { AskMeBlock } from './ask-me-block.tsx';
import { CalloutBlock } from './callout-block.tsx';
import { CodeBlock } from './code-block.tsx';
import { ColleagueQuoteBlock } from './colleague-quote-block.tsx';
import { FlipCardsBlock } from './flip-cards-block.tsx';
import { ImageBlock } from './image-block.tsx';
import { QuizBlock } from './quiz/quiz-block.tsx';
import { ReflectionBlock } from './reflection-block.tsx';
import { ResourceBlock } from './resource-block.tsx';
import { StepsBlock } from './steps-block.tsx';
import { TableBlock } from './table-block.tsx';
import { VideoBlock } from './video-block.tsx';

type BlockEditor = (props: ReactNodeViewProps) => ReactNode;

/** What edits each block that is edited as a whole. */
export const editors: Record<WholeBlockType, BlockEditor> = {
  image: ImageBlock,
  video: VideoBlock,
  quiz: QuizBlock,
  steps: StepsBlock,
  flipCards: FlipCardsBlock,
  reflection: ReflectionBlock,
  askMe: AskMeBlock,
  resource: ResourceBlock,
};

type ProseEditor = [component: BlockEditor, options?: Partial<ReactNodeViewRendererOptions>];

/** What stands around each block whose words are written in the document itself; those not named here look as they read. */
export const proseEditors: Partial<Record<BlockType, ProseEditor>> = {
  callout: [CalloutBlock],
  table: [TableBlock, { contentDOMElementTag: 'tbody' }],
  codeBlock: [CodeBlock],
  accordion: [AccordionBlock],
  colleagueQuote: [ColleagueQuoteBlock],
};
