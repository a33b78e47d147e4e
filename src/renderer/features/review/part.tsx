import { useRef } from 'react';
import { detailsMarkup, renderDifference } from '../../../player/render/difference.ts';
import { renderBody } from '../../../player/render/module.ts';
import type { FileReview } from '../../../shared/contract/reviewing.ts';
import { blockName } from '../../../shared/model/blocks/index.ts';
import type { BlockDifference } from '../../../shared/model/difference/difference.ts';
import { changeLabel } from '../../../shared/model/difference/words.ts';
import type { ReviewComment } from '../../../shared/model/review/comment.ts';
import type { ReadPart } from '../../../shared/model/review/parts.ts';
import { MarkupView } from '../../ui/markup-view.tsx';
import { SchemaHtml } from '../../ui/schema-html.tsx';
import { Margin } from './margin.tsx';
import css from './review.module.css';
import type { ReviewAtHand } from './use-file-review.ts';

const media = (hash: string): string => `/media/${hash}`;

interface PartProps {
  part: ReadPart;
  review: FileReview;
  at: ReviewAtHand;
  comments: ReviewComment[];
}

function Change({ change }: { change: BlockDifference }) {
  const details = detailsMarkup(change);
  return (
    <>
      <p className={css.label}>{changeLabel(change)} in this round</p>
      {details && <MarkupView markup={details} />}
    </>
  );
}

/** A part of the module as its learners see it, and beside it what is said about it. */
export function Part({ part: { block, index, change }, review, at, comments }: PartProps) {
  const body = useRef<HTMLDivElement>(null);
  const { content, author } = review;
  const view = { author, media };
  const html = change ? renderDifference(change, { ...view, blocks: content.body.content }) : renderBody({ ...view, content }, [block]);
  return (
    <li className={`${css.part} ${change ? css[change.state === 'same' ? 'moved' : change.state] : ''}`} id={`part-${block.attrs.id}`}>
      <div ref={body}>
        {change && <Change change={change} />}
        <div className="showhow-module" lang={content.language}>
          <SchemaHtml className="sh-body" html={html} />
        </div>
      </div>
      {change?.state !== 'removed' && (
        <Margin review={review} at={at} block={block} about={`part ${index + 1}, ${blockName(block)}`} comments={comments} body={body} />
      )}
    </li>
  );
}
