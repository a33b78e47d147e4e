import type { Block, ModuleDocument } from './document.ts';

/** Words a minute of an adult reading plain prose on a screen. */
const readingPace = 200;
const secondsPerQuestion = 30;
const secondsPerPicture = 8;

function words(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  const { text, content } = node as { text?: unknown; content?: unknown };
  const own = typeof text === 'string' ? text.split(/\s+/u).filter(Boolean).length : 0;
  return own + (Array.isArray(content) ? content.reduce((sum: number, child) => sum + words(child), 0) : 0);
}

function secondsOf(block: Block): number {
  switch (block.type) {
    case 'video':
      return block.attrs.duration;
    case 'quiz':
      return secondsPerQuestion;
    case 'image':
      return secondsPerPicture;
    default:
      return (words(block) / readingPace) * 60;
  }
}

/** What a learner needs for a module: words read, video watched, questions answered. In seconds. */
export const learnerSeconds = (document: ModuleDocument): number => document.content.reduce((sum, block) => sum + secondsOf(block), 0);

/** The same in whole minutes, never less than one. */
export const learnerMinutes = (document: ModuleDocument): number => Math.max(1, Math.round(learnerSeconds(document) / 60));
