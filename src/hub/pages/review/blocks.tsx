/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import { renderDetails, renderDifference } from '../../../player/render/difference.ts';
import { type Block, blockName } from '../../../shared/model/blocks/index.ts';
import type { BlockDifference } from '../../../shared/model/difference/difference.ts';
import { changeLabel } from '../../../shared/model/difference/words.ts';
import { isOpen } from '../../../shared/model/review/comment.ts';
import { type ReadPart, runsOf } from '../../../shared/model/review/parts.ts';
import { spokenIn } from '../../../shared/model/translation/language.ts';
import type { Localized } from '../../../shared/model/translation/localize.ts';
import { mediaPath } from '../../addresses.ts';
import type { Draft } from '../../reviews/draft.ts';
import { blockHtml } from '../module-html.ts';
import { Margin } from './comments.tsx';
import { type ReviewView, toldIn } from './filters.tsx';

/** "text 3": enough to tell a block by ear. */
const nameOf = (block: Block, index: number): string => `part ${index + 1}, ${blockName(block)}`;

const Change = ({ change }: { change: BlockDifference }) => (
  <>
    <p class="change-label">{changeLabel(change)} in this round</p>
    {raw(renderDetails(change))}
  </>
);

interface RowProps {
  part: ReadPart;
  draft: Draft;
  told: Localized | null;
  open: boolean;
}

const PartRow = ({ part: { block, index, change }, draft, told, open }: RowProps) => {
  const { review, revision, content } = draft;
  const id = block.attrs.id;
  const gone = change?.state === 'removed';
  const around = { author: draft.author, media: mediaPath, blocks: content.body.content };
  const language = told && !told.foreign.has(id) ? told.language : content.language;
  const html = change ? renderDifference(change, around) : blockHtml(content, draft.author, block);
  return (
    <li class={`review-block ${change?.state ?? ''}`}>
      <div>
        {change && <Change change={change} />}
        <div class="showhow-module" {...spokenIn(language)}>
          <div class="sh-body">{raw(html)}</div>
        </div>
      </div>
      {!gone && (
        <Margin
          moduleId={review.moduleId}
          revision={revision}
          blockId={id}
          comments={draft.comments.filter(({ place }) => place.blockId === id)}
          round={review.round}
          about={nameOf(block, index)}
          open={open}
        />
      )}
    </li>
  );
};

/** A draft part by part, with its comments in the margin. From the second round on, what stayed as it was is folded. */
export const Blocks = ({ draft, view, open }: { draft: Draft; view: ReviewView; open: boolean }) => {
  const { comments, content } = draft;
  const told = toldIn(draft, view);
  const changes = view.all || told ? null : draft.changes;
  const unsettled = comments.filter(({ comment }) => isOpen(comment)).flatMap(({ place }) => place.blockId ?? []);
  return runsOf((told?.content ?? content).body.content, changes, new Set(unsettled)).map(({ folded, parts }) => {
    const rows = (
      <ul class="plain-list review-blocks">
        {parts.map((part) => (
          <PartRow part={part} draft={draft} told={told} open={open && !told} />
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
