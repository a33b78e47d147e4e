import type { Block } from '../blocks/index.ts';
import { type BlockDifference, type Difference, isTouched } from '../difference/difference.ts';

/** A part of a module as a reviewer reads it. */
export interface ReadPart {
  block: Block;
  index: number;
  /** How it differs from the round before; null where it reads as it did, and in the first round. */
  change: BlockDifference | null;
}

/** All parts, those that were taken out too. */
const partsOf = (blocks: readonly Block[], changes: Difference | null): ReadPart[] =>
  changes
    ? changes.blocks.flatMap((change) => {
        const block = change.after ?? change.before;
        return block ? [{ block, index: change.to ?? change.from ?? 0, change: isTouched(change) ? change : null }] : [];
      })
    : blocks.map((block, index) => ({ block, index, change: null }));

export interface ReadRun {
  /** Read before and not spoken of since: folded away. */
  folded: boolean;
  parts: ReadPart[];
}

/** Parts in their order, in runs of what has to be read and what a reviewer knows from the round before. */
export function runsOf(blocks: readonly Block[], changes: Difference | null, spokenOf: ReadonlySet<string>): ReadRun[] {
  const runs: ReadRun[] = [];
  for (const part of partsOf(blocks, changes)) {
    const folded = changes !== null && part.change === null && !spokenOf.has(part.block.attrs.id);
    const last = runs.at(-1);
    if (last?.folded === folded) last.parts.push(part);
    else runs.push({ folded, parts: [part] });
  }
  return runs;
}
