import { z } from 'zod';
import { identified, textOf } from './inline.ts';
import type { BlockKind } from './kind.ts';
import { innerProse, linesOf, sayLines, saysSomething } from './prose.ts';

const Title = z.object({
  type: z.literal('accordionTitle'),
  content: z.array(z.object({ type: z.literal('text'), text: z.string().min(1) })).optional(),
});
const Section = z.object({ type: z.literal('accordionSection'), content: z.tuple([Title, innerProse.element], innerProse.element) });

/** Sections of which a reader sees the titles first. */
export const Accordion = z.object({ type: z.literal('accordion'), attrs: identified, content: z.array(Section).min(1) });
export type AccordionBlock = z.infer<typeof Accordion>;

export const accordionKind: BlockKind<AccordionBlock> = {
  name: 'sections to open',
  texts: linesOf,
  said: sayLines,
  media: () => [],
  seconds: () => 0,
  tells: saysSomething,
  waits: ({ content }) => content.some(({ content: [title, ...inner] }) => !saysSomething(title) || !inner.some(saysSomething)),
  outlined: ({ content }) =>
    content.map(({ content: [title] }) => textOf(title)).find((title) => title.trim() !== '') ?? 'Sections to open',
};
