import { z } from 'zod';
import { line } from '../ids.ts';
import { identified, textOf } from './inline.ts';
import type { BlockKind } from './kind.ts';
import { saysSomething } from './prose.ts';

export const longestLanguage = 30;

export const CodeBlock = z.object({
  type: z.literal('codeBlock'),
  /** The language as a reader calls it: "SQL", "Excel formula"; empty where nobody said. */
  attrs: identified.extend({ language: line(longestLanguage) }),
  content: z.array(z.object({ type: z.literal('text'), text: z.string().min(1) })).optional(),
});
export type CodeBlock = z.infer<typeof CodeBlock>;

export const codeKind: BlockKind<CodeBlock> = {
  name: 'code',
  texts: (block) => textOf(block).split('\n'),
  // What is typed into a machine is typed so in every language.
  said: (block) => block,
  media: () => [],
  seconds: () => 0,
  tells: saysSomething,
  outlined: ({ attrs }) => attrs.language || 'Code',
};
