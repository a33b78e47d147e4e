/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import { type Block, blockName } from '../../../shared/model/blocks/index.ts';
import type { Changes } from '../../../shared/model/changes.ts';
import type { Draft } from '../../reviews/draft.ts';
import { blockHtml } from '../module-html.ts';
import { Margin } from './comments.tsx';

/** "text 3": enough to tell a block by ear. */
const nameOf = (block: Block, index: number): string => `part ${index + 1}, ${blockName(block)}`;

const changeWords = { added: 'New in this round', changed: 'Changed in this round' } as const;

interface Part {
  block: Block;
  index: number;
  change: 'added' | 'changed' | undefined;
}

const PartRow = ({ part: { block, index, change }, draft, open }: { part: Part; draft: Draft; open: boolean }) => {
  const { review, revision, content } = draft;
  const id = block.attrs.id;
  return (
    <li class={`review-block ${change ?? ''}`}>
      <div>
        {change && <p class="change-label">{changeWords[change]}</p>}
        <div class="showhow-module" lang={content.language}>
          <div class="sh-body">{raw(blockHtml(content, block))}</div>
        </div>
      </div>
      <Margin
        moduleId={review.moduleId}
        revision={revision}
        blockId={id}
        comments={review.comments.filter((comment) => comment.blockId === id)}
        round={review.round}
        changed={change !== undefined}
        about={nameOf(block, index)}
        open={open}
      />
    </li>
  );
};

interface Run {
  /** Read before and not spoken of since: folded away. */
  folded: boolean;
  parts: Part[];
}

/** Parts in their order, in runs of what has to be read and what a reviewer knows from the round before. */
export function runsOf(blocks: readonly Block[], changes: Changes | null, spokenOf: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  for (const [index, block] of blocks.entries()) {
    const change = changes?.blocks.get(block.attrs.id);
    const folded = changes !== null && change === undefined && !spokenOf.has(block.attrs.id);
    const last = runs.at(-1);
    if (last?.folded === folded) last.parts.push({ block, index, change });
    else runs.push({ folded, parts: [{ block, index, change }] });
  }
  return runs;
}

/** A draft part by part, with its comments in the margin. From the second round on, what stayed as it was is folded. */
export const Blocks = ({ draft, open }: { draft: Draft; open: boolean }) => {
  const { review, content, changes } = draft;
  const unsettled = review.comments.filter((comment) => comment.resolvedAt === null).flatMap(({ blockId }) => blockId ?? []);
  return runsOf(content.body.content, changes, new Set(unsettled)).map(({ folded, parts }) => {
    const rows = (
      <ul class="plain-list review-blocks">
        {parts.map((part) => (
          <PartRow part={part} draft={draft} open={open} />
        ))}
      </ul>
    );
    if (!folded) return rows;
    return (
      <details class="unchanged">
        <summary>{parts.length === 1 ? '1 part as it was' : `${parts.length} parts as they were`}</summary>
        {rows}
      </details>
    );
  });
};
