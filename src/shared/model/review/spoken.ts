import canonicalize from 'canonicalize';
import { type Block, blockName, mediaOfBlock, textsOfBlock } from '../blocks/index.ts';
import type { ModuleContent } from '../module.ts';

/** All words of a block, a line each: what quotes are counted in. */
export const wordsOf = (block: Block): string => textsOfBlock(block).join('\n');

function holds(node: unknown, id: string): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { attrs, content } = node as { attrs?: { id?: unknown }; content?: unknown };
  return attrs?.id === id || (Array.isArray(content) && content.some((inner) => holds(inner, id)));
}

/** The block of this id, or the one that it stands in since it was put into a list or a quote. */
export const findBlock = ({ body }: ModuleContent, id: string): Block | undefined =>
  body.content.find((block) => block.attrs.id === id) ?? body.content.find((block) => holds(block, id));

/** FNV-1a over 32 bits: enough to notice a change, and no secret hangs on it. */
function fnv(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** What a block carries for whoever writes it: no reader ever sees it, and the hub has no hints. */
const unseen = ['hint', 'takenFrom'];

const seen = ({ attrs, ...block }: Block) => ({
  ...block,
  attrs: Object.fromEntries(Object.entries(attrs).filter(([name]) => !unseen.includes(name))),
});

/** Tells a block from the same block in another state. */
export const printOf = (block: Block): string => fnv(canonicalize(seen(block)) ?? '');

/** What is said about a picture beside it, and not seen in it. */
const besides = new Set([...unseen, 'id', 'alt', 'caption', 'title', 'decorative']);

/** Tells what is to be seen of a block: its picture and how it is cropped, whatever is written beneath. */
export const sightOf = (block: Block): string =>
  fnv(canonicalize(Object.fromEntries(Object.entries(block.attrs).filter(([name]) => !besides.has(name)))) ?? '');

/** "text: Pull the plug. Then wait…": a block in so few words that it is known again. */
export function aboutBlock(block: Block): string {
  const words = wordsOf(block).replace(/\s+/gu, ' ').trim();
  return (words ? `${blockName(block)}: ${words.length > 160 ? `${words.slice(0, 159)}…` : words}` : blockName(block)).slice(0, 300);
}

/** The files of a block that are looked at as a picture. */
export const picturesOf = (block: Block): string[] => mediaOfBlock(block).flatMap(({ hash, as }) => (as === 'picture' ? [hash] : []));
