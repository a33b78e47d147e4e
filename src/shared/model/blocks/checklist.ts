import { z } from 'zod';
import { Id } from '../ids.ts';
import { identified } from './inline.ts';
import type { BlockKind } from './kind.ts';
import { InnerParagraph, linesOf, sayLines, saysSomething } from './prose.ts';

/** A point has a name of its own: a learner's tick hangs on it, also when points are moved or said differently. */
const CheckItem = z.object({ type: z.literal('checkItem'), attrs: z.object({ id: Id }), content: z.tuple([InnerParagraph]) });

export const Checklist = z.object({ type: z.literal('checklist'), attrs: identified, content: z.array(CheckItem).min(1) });
export type ChecklistBlock = z.infer<typeof Checklist>;

/** To look whether one has done it, and to tick it. */
const secondsPerPoint = 2;

export const checklistKind: BlockKind<ChecklistBlock> = {
  name: 'checklist',
  texts: linesOf,
  said: sayLines,
  media: () => [],
  seconds: ({ content }) => content.length * secondsPerPoint,
  tells: saysSomething,
  waits: ({ content }) => !content.every(saysSomething),
  outlined: () => 'Checklist',
};
