import type { Node } from '@tiptap/pm/model';
import type { z } from 'zod';
import { blockAttributes, type WholeBlockType } from '../../shared/model/blocks/index.ts';
import type { Around } from './around.ts';
import { askMeMarkup } from './author.ts';
import { flipCardsMarkup } from './flip-cards.ts';
import { type Markup, toHtml } from './markup.ts';
import { imageMarkup, videoMarkup } from './media.ts';
import { quizMarkup } from './quiz/index.ts';
import { reflectionMarkup } from './reflection.ts';
import { resourceMarkup } from './resource.ts';
import { stepsMarkup } from './steps.ts';
import { foreignMark } from './voice.ts';

type Attributes<Type extends WholeBlockType> = z.infer<(typeof blockAttributes)[Type]>;

/** The markup of every block that is edited as a whole. */
const markups: { [Type in WholeBlockType]: (attributes: Attributes<Type>, around: Around) => Markup } = {
  image: (attributes, { media }) => imageMarkup(attributes, media),
  video: videoMarkup,
  quiz: ({ id, quiz }, around) => quizMarkup(id, quiz, around),
  resource: resourceMarkup,
  steps: stepsMarkup,
  flipCards: flipCardsMarkup,
  reflection: reflectionMarkup,
  askMe: askMeMarkup,
};

const toWhole = <Type extends WholeBlockType>(type: Type, around: Around) => {
  const model: z.ZodType = blockAttributes[type];
  return ({ node }: { node: Node }): string => {
    const attributes = model.parse(node.attrs) as Attributes<Type>;
    const [tag, own, ...inside] = markups[type](attributes, around);
    return toHtml([tag, { ...own, ...foreignMark(around, attributes.id) }, ...inside]);
  };
};

/** What the renderer asks for each such node, checked once more before it is written. */
export const wholeBlocksToHtml = (around: Around) =>
  Object.fromEntries((Object.keys(markups) as WholeBlockType[]).map((type) => [type, toWhole(type, around)]));
