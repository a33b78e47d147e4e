import canonicalize from 'canonicalize';
import type { Block } from './blocks/index.ts';
import type { ModuleContent } from './module.ts';

export interface Changes {
  title: boolean;
  objective: boolean;
  /** Ids of the blocks that are new or read differently; blocks not named here are as they were. */
  blocks: ReadonlyMap<string, 'added' | 'changed'>;
  removed: Block[];
  /** Blocks that stayed stand in another order. */
  reordered: boolean;
}

const idsIn = (content: ModuleContent): string[] => content.body.content.map((block) => block.attrs.id);

/** What a reviewer has to read again: blocks are told apart by their ids, which survive edits. */
export function changesBetween(before: ModuleContent, after: ModuleContent): Changes {
  const earlier = new Map(before.body.content.map((block) => [block.attrs.id, block]));
  const later = new Set(idsIn(after));
  const blocks = new Map<string, 'added' | 'changed'>();
  for (const block of after.body.content) {
    const old = earlier.get(block.attrs.id);
    if (!old) blocks.set(block.attrs.id, 'added');
    else if (canonicalize(old) !== canonicalize(block)) blocks.set(block.attrs.id, 'changed');
  }
  const stayedBefore = idsIn(before).filter((id) => later.has(id));
  const stayedAfter = idsIn(after).filter((id) => earlier.has(id));
  return {
    title: before.title !== after.title,
    objective: before.objective !== after.objective,
    blocks,
    removed: before.body.content.filter((block) => !later.has(block.attrs.id)),
    reordered: stayedBefore.join() !== stayedAfter.join(),
  };
}

export const nothingChanged = ({ title, objective, blocks, removed, reordered }: Changes): boolean =>
  !title && !objective && blocks.size === 0 && removed.length === 0 && !reordered;
