import { v4 } from 'uuid';
import type { Block } from '../../../shared/model/blocks/index.ts';
import type { Inline } from '../../../shared/model/blocks/inline.ts';
import type { Dropped } from '../../../shared/model/dropped.ts';
import type { VideoQuestion } from '../../../shared/model/quiz/model.ts';

/** A picture or a video whose bytes are still in the file that is brought in. `file` is its name there. */
export interface RoughPicture {
  type: 'picture';
  file: string;
  alt: string;
  where: string;
}
export interface RoughClip {
  type: 'clip';
  file: string;
  title: string;
  where: string;
  /** Asked at moments of it. */
  questions?: VideoQuestion[];
}

/** A table with its heading row first; `headed` is false where it has none. */
export interface RoughTable {
  type: 'rows';
  rows: Inline[][][];
  headed: boolean;
  where: string;
}
export interface RoughCode {
  type: 'source';
  text: string;
  language: string;
  where: string;
}
export interface RoughChecklist {
  type: 'tasks';
  items: Inline[][];
  where: string;
}
/** Headings with text behind them that one folds out. */
export interface RoughFolds {
  type: 'folds';
  parts: { title: string; text: Inline[][] }[];
  where: string;
}
/** Cards with two sides. */
export interface RoughCards {
  type: 'sides';
  cards: { front: string; back: string }[];
  where: string;
}

/** A block on its way in. */
export type Rough = Block | RoughPicture | RoughClip | RoughTable | RoughCode | RoughChecklist | RoughFolds | RoughCards;

/** What a converter makes of a document: pure, without a byte of its pictures. */
export interface Converted {
  title: string;
  objective: string;
  language: string;
  blocks: Rough[];
  dropped: Dropped[];
}

export const paragraph = (content: Inline[]): Block => ({ type: 'paragraph', attrs: { id: v4() }, ...(content.length > 0 && { content }) });
export const heading = (level: 2 | 3, content: Inline[]): Block => ({ type: 'heading', attrs: { id: v4(), level }, content });
export const words = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }]);

type InnerParagraph = { type: 'paragraph'; content?: Inline[] };
export interface InnerList {
  type: 'bulletList' | 'orderedList';
  attrs?: { start: number };
  content: Item[];
}
export interface Item {
  type: 'listItem';
  content: (InnerParagraph | InnerList)[];
}

export const inner = (content: Inline[]): InnerParagraph => ({ type: 'paragraph', ...(content.length > 0 && { content }) });

export function list({ type, attrs, content }: InnerList): Block {
  const id = { id: v4() };
  return type === 'bulletList' ? { type, attrs: id, content } : { type, attrs: { ...id, ...attrs }, content };
}

export const quote = (paragraphs: Inline[][]): Block => ({ type: 'blockquote', attrs: { id: v4() }, content: paragraphs.map(inner) });
