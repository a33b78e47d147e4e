import { type Block, secondsOfBlock, textsOfBlock } from './blocks/index.ts';
import type { ModuleDocument } from './document.ts';

/** Words a minute of an adult reading plain prose on a screen. */
const readingPace = 200;

const words = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

const secondsOf = (block: Block): number =>
  secondsOfBlock(block) + (textsOfBlock(block).reduce((sum, text) => sum + words(text), 0) / readingPace) * 60;

/** What a learner needs for a module: words read, video watched, questions answered. In seconds. */
export const learnerSeconds = (document: ModuleDocument): number => document.content.reduce((sum, block) => sum + secondsOf(block), 0);

/** The same in whole minutes, never less than one. */
export const learnerMinutes = (document: ModuleDocument): number => Math.max(1, Math.round(learnerSeconds(document) / 60));
