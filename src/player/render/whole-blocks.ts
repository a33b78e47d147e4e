import type { Node } from '@tiptap/pm/model';
import type { z } from 'zod';
import { blockAttributes, type WholeBlockType } from '../../shared/model/blocks/index.ts';
import { type Markup, toHtml } from './markup.ts';
import { imageMarkup, videoMarkup } from './media.ts';
import { quizMarkup } from './quiz/index.ts';

type Attributes<Type extends WholeBlockType> = z.infer<(typeof blockAttributes)[Type]>;

/** The markup of every block that is edited as a whole; `media` is where its files lie. */
const markups: { [Type in WholeBlockType]: (attributes: Attributes<Type>, media: (hash: string) => string) => Markup } = {
  image: imageMarkup,
  video: videoMarkup,
  quiz: ({ id, quiz }, media) => quizMarkup(id, quiz, media),
};

const toWhole = <Type extends WholeBlockType>(type: Type, media: (hash: string) => string) => {
  const model: z.ZodType = blockAttributes[type];
  return ({ node }: { node: Node }): string => toHtml(markups[type](model.parse(node.attrs) as Attributes<Type>, media));
};

/** What the renderer asks for each such node, checked once more before it is written. */
export const wholeBlocksToHtml = (media: (hash: string) => string) =>
  Object.fromEntries((Object.keys(markups) as WholeBlockType[]).map((type) => [type, toWhole(type, media)]));
