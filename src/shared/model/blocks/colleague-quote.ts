import { z } from 'zod';
import { line, MediaHash } from '../ids.ts';
import { sayText } from '../translation/wording.ts';
import { identified } from './inline.ts';
import type { BlockKind } from './kind.ts';
import { InnerParagraph, linesOf, sayLines, saysSomething } from './prose.ts';

export const colleagueLine = line(120);

/** What a colleague says, with name and face. */
export const ColleagueQuote = z.object({
  type: z.literal('colleagueQuote'),
  attrs: identified.extend({ name: colleagueLine, role: colleagueLine, photo: MediaHash.nullable() }),
  content: z.array(InnerParagraph).min(1),
});
export type ColleagueQuoteBlock = z.infer<typeof ColleagueQuote>;

export const colleagueQuoteKind: BlockKind<ColleagueQuoteBlock> = {
  name: 'quote of a colleague',
  texts: (block) => [...linesOf(block), block.attrs.name, block.attrs.role],
  said: (block, say) => {
    const { attrs, ...said } = sayLines(block, say);
    return { ...said, attrs: { ...attrs, role: sayText(say, 'role', attrs.role) } };
  },
  media: ({ attrs }) => (attrs.photo ? [{ hash: attrs.photo, as: 'picture', name: 'The photo of a colleague' }] : []),
  seconds: () => 0,
  tells: saysSomething,
  waits: (block) => !saysSomething(block) || block.attrs.name.trim() === '',
  outlined: ({ attrs }) => attrs.name || 'A colleague',
};
