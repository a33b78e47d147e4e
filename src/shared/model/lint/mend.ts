import { Block } from '../blocks/index.ts';
import type { ModuleContent } from '../module.ts';
import type { Finding, Mend, Path } from './finding.ts';

type Json = unknown;

/** The same JSON with what stands at a place changed. A place that is not there changes nothing. */
function changed(value: Json, [key, ...rest]: Path, change: (old: Json) => Json): Json {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((part, index) => (index === key ? changed(part, rest, change) : part));
  if (typeof value !== 'object' || value === null || !(key in value)) return value;
  return { ...value, [key]: changed((value as Record<string, Json>)[key], rest, change) };
}

function moved(list: Json, from: number, to: number): Json {
  if (!Array.isArray(list)) return list;
  const rest = list.filter((_, index) => index !== from);
  return from < list.length ? rest.toSpliced(to, 0, list[from]) : list;
}

/** A heading carries its weight itself: bold in it says the same again. */
const unbold = (inlines: Json): Json =>
  Array.isArray(inlines)
    ? inlines.map((inline: { marks?: { type: string }[] }) => {
        const { marks, ...plain } = inline;
        const kept = marks?.filter(({ type }) => type !== 'bold') ?? [];
        return kept.length > 0 ? { ...plain, marks: kept } : plain;
      })
    : inlines;

function asHeading({ type, attrs, ...block }: Block, level: 2 | 3): Json {
  const content = 'content' in block ? block.content : undefined;
  return { type: 'heading', attrs: { id: attrs.id, level }, ...(content && { content: type === 'heading' ? content : unbold(content) }) };
}

function withHead(block: Block): Json {
  if (block.type !== 'table') return block;
  const [first, ...rows] = block.content;
  const cells = first?.content?.map((cell) => ({ ...cell, type: 'tableHeader' }));
  return { ...block, content: [{ ...first, ...(cells && { content: cells }) }, ...rows] };
}

function mended(block: Block, mend: Mend): Json {
  switch (mend.do) {
    case 'head':
      return withHead(block);
    case 'heading':
      return asHeading(block, mend.level);
    case 'set':
      return changed(block, mend.path, () => mend.value);
    case 'move':
      return changed(block, mend.path, (list) => moved(list, mend.from, mend.to));
    default:
      return block;
  }
}

/** A block with a finding mended: null where it goes away, the same where the mend no longer fits it. */
export function mendBlock(block: Block, mend: Mend): Block | null {
  if (mend.do === 'remove') return null;
  return Block.safeParse(mended(block, mend)).data ?? block;
}

/** A module with a finding mended. */
export function mendModule(content: ModuleContent, { block: id, mend }: Finding): ModuleContent {
  if (!mend) return content;
  const { change } = mend;
  if (change.do === 'line') return { ...content, [change.line]: change.value };
  const blocks = content.body.content.flatMap((block) => (block.attrs.id === id ? (mendBlock(block, change) ?? []) : [block]));
  return { ...content, body: { ...content.body, content: blocks } };
}
