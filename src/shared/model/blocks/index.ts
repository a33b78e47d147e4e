import { z } from 'zod';
import type { Say } from '../translation/wording.ts';
import { Accordion, accordionKind } from './accordion.ts';
import { AskMe, askMeKind } from './ask-me.ts';
import { Callout, calloutKind } from './callout.ts';
import { Checklist, checklistKind } from './checklist.ts';
import { CodeBlock, codeKind } from './code.ts';
import { ColleagueQuote, colleagueQuoteKind } from './colleague-quote.ts';
import { FlipCards, flipCardsKind } from './flip-cards.ts';
import { Image, imageKind } from './image.ts';
import type { BlockKind, MediaUse } from './kind.ts';
import {
  BulletList,
  bulletListKind,
  Heading,
  headingKind,
  OrderedList,
  orderedListKind,
  Paragraph,
  paragraphKind,
  Quote,
  quoteKind,
} from './prose.ts';
import { QuizBlock, quizKind } from './quiz.ts';
import { Reflection, reflectionKind } from './reflection.ts';
import { Resource, resourceKind } from './resource.ts';
import { Steps, stepsKind } from './steps.ts';
import { Table, tableKind } from './table.ts';
import { Video, videoKind } from './video.ts';

export const Block = z.discriminatedUnion('type', [
  Paragraph,
  Heading,
  BulletList,
  OrderedList,
  Quote,
  Callout,
  Table,
  CodeBlock,
  Accordion,
  Checklist,
  ColleagueQuote,
  Resource,
  Image,
  Video,
  QuizBlock,
  Steps,
  FlipCards,
  Reflection,
  AskMe,
]);
export type Block = z.infer<typeof Block>;
export type BlockType = Block['type'];

/** All that can stand in a document itself. */
export const blockTypes: readonly BlockType[] = Block.options.map(({ shape }) => shape.type.value);

/** What a block that is edited as a whole carries, for whoever makes one. */
export const blockAttributes = {
  image: Image.shape.attrs,
  video: Video.shape.attrs,
  quiz: QuizBlock.shape.attrs,
  steps: Steps.shape.attrs,
  flipCards: FlipCards.shape.attrs,
  reflection: Reflection.shape.attrs,
  askMe: AskMe.shape.attrs,
  resource: Resource.shape.attrs,
};
export type WholeBlockType = keyof typeof blockAttributes;

const kinds: { [Type in BlockType]: BlockKind<Extract<Block, { type: Type }>> } = {
  paragraph: paragraphKind,
  heading: headingKind,
  bulletList: bulletListKind,
  orderedList: orderedListKind,
  blockquote: quoteKind,
  callout: calloutKind,
  table: tableKind,
  codeBlock: codeKind,
  accordion: accordionKind,
  checklist: checklistKind,
  colleagueQuote: colleagueQuoteKind,
  resource: resourceKind,
  image: imageKind,
  video: videoKind,
  quiz: quizKind,
  steps: stepsKind,
  flipCards: flipCardsKind,
  reflection: reflectionKind,
  askMe: askMeKind,
};

/** What a block is, whichever it is. TypeScript cannot see that the kind under a block's type takes that block. */
const kindOf = (block: Block) => kinds[block.type] as BlockKind<Block>;

export const blockName = (block: Block): string => kindOf(block).name;
export const mediaOfBlock = (block: Block): MediaUse[] => kindOf(block).media(block);
export const secondsOfBlock = (block: Block): number => kindOf(block).seconds(block);
export const tellsSomething = (block: Block): boolean => kindOf(block).tells(block);
export const waitsForWords = (block: Block): boolean => kindOf(block).waits?.(block) ?? !tellsSomething(block);
export const outlinedAs = (block: Block): string | null => kindOf(block).outlined(block);
/** Its words, one string a line, without the empty ones. */
export const textsOfBlock = (block: Block): string[] =>
  kindOf(block)
    .texts(block)
    .filter((text) => text.trim() !== '');
/** The block with its texts said anew, whatever kind it is. */
export const sayBlock = (block: Block, say: Say): Block => kindOf(block).said(block, say);
