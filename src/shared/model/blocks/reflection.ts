import { z } from 'zod';
import { line } from '../ids.ts';
import { sayText } from '../translation/wording.ts';
import { identified } from './inline.ts';
import type { BlockKind } from './kind.ts';

/** A question that a learner answers to herself. */
export const Reflection = z.object({ type: z.literal('reflection'), attrs: identified.extend({ question: line(500) }) });
export type ReflectionBlock = z.infer<typeof Reflection>;

export const reflectionKind: BlockKind<ReflectionBlock> = {
  name: 'reflection',
  texts: ({ attrs }) => [attrs.question],
  said: ({ attrs, ...block }, say) => ({ ...block, attrs: { ...attrs, question: sayText(say, 'question', attrs.question) } }),
  media: () => [],
  seconds: () => 45,
  tells: ({ attrs }) => attrs.question.trim() !== '',
  outlined: ({ attrs }) => attrs.question || 'Reflection',
};
