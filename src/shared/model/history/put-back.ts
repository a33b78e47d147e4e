import { v4 } from 'uuid';
import type { Block } from '../blocks/index.ts';
import type { ModuleContent } from '../module.ts';
import { textsOfTaken, withTakenTexts } from '../translation/taken.ts';

/**
 * A module with a block of an older version where it stood: behind the block that stood before it, if that is still there.
 * It keeps its name, on which comments hang, unless another block has it by now; and what was written for it in the languages in
 * which the module still is.
 */
export function putBack(content: ModuleContent, block: Block, older: ModuleContent): { content: ModuleContent; id: string } {
  const blocks = content.body.content;
  const present = new Map(blocks.map(({ attrs }, index) => [attrs.id, index]));
  const stood = older.body.content.findIndex(({ attrs }) => attrs.id === block.attrs.id);
  const before = older.body.content.slice(0, Math.max(0, stood)).findLast(({ attrs }) => present.has(attrs.id));
  const at = before ? (present.get(before.attrs.id) ?? 0) + 1 : 0;
  const id = present.has(block.attrs.id) ? v4() : block.attrs.id;
  const copy = { ...block, attrs: { ...block.attrs, id } } as Block;
  const written = Object.entries(textsOfTaken(older, block.attrs.id)).filter(([language]) => content.translations?.[language]);
  const whole = { ...content, body: { ...content.body, content: blocks.toSpliced(at, 0, copy) } };
  return { content: withTakenTexts(whole, id, Object.fromEntries(written)), id };
}
