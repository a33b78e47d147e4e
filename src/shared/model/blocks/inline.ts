import { z } from 'zod';
import { Id } from '../ids.ts';
import { Hint } from './hint.ts';
import { TakenFrom } from './taken-from.ts';

/** Only addresses that open a page or a mail; never script, data or file addresses. */
export const LinkAddress = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:)/i, 'A link starts with https://, http:// or mailto:');

const Mark = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['bold', 'italic', 'code']) }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: LinkAddress }) }),
]);

const Text = z.object({ type: z.literal('text'), text: z.string().min(1), marks: z.array(Mark).optional() });
const HardBreak = z.object({ type: z.literal('hardBreak') });
const Inline = z.discriminatedUnion('type', [Text, HardBreak]);
export type Inline = z.infer<typeof Inline>;

export const inlines = z.array(Inline).optional();

/** Every block carries an id that survives edits: comments, records and links hang on it. */
export const identified = z.object({ id: Id, takenFrom: TakenFrom.optional(), hint: Hint.optional() });

/** The words of a node of ProseMirror's JSON and of all nodes in it, run together. */
export function textOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { type, text, content } = node as { type?: unknown; text?: unknown; content?: unknown };
  if (typeof text === 'string') return text;
  // Two words do not become one because a line ends between them.
  if (type === 'hardBreak') return ' ';
  return Array.isArray(content) ? content.map(textOf).join('') : '';
}
