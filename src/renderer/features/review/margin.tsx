import { MessageSquarePlus } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { highlight, rangeOf } from '../../../player/marking/letters.ts';
import { picturesIn } from '../../../player/marking/pictures.ts';
import { showRegion } from '../../../player/marking/region.ts';
import type { FileReview } from '../../../shared/contract/reviewing.ts';
import type { Block } from '../../../shared/model/blocks/index.ts';
import type { ModuleContent } from '../../../shared/model/module.ts';
import type { ReviewComment } from '../../../shared/model/review/comment.ts';
import { locate, wordsAt } from '../../../shared/model/review/locate.ts';
import { useGiveUp } from '../../saving/use-begun.ts';
import { Button } from '../../ui/button.tsx';
import { begunComment, begunName } from './begun-comment.ts';
import { CommentForm } from './comment-form.tsx';
import { Comments } from './comments.tsx';
import css from './review.module.css';
import type { ReviewAtHand } from './use-file-review.ts';
import { useMarkedWords } from './use-spoken-of.ts';

interface MarginProps {
  review: FileReview;
  at: ReviewAtHand;
  /** Null for the module as a whole. */
  block: Block | null;
  about: string;
  comments: ReviewComment[];
  body: RefObject<HTMLElement | null>;
}

/** Shows on a part what a comment speaks of, while one looks at the comment. */
function usePointing(body: RefObject<HTMLElement | null>, content: ModuleContent) {
  const shown = useRef<(() => void) | null>(null);
  const hide = () => {
    shown.current?.();
    shown.current = null;
    highlight(null);
  };
  useEffect(
    () => () => {
      shown.current?.();
      highlight(null);
    },
    [],
  );
  return ({ anchor }: ReviewComment, on: boolean) => {
    hide();
    const place = body.current;
    if (!on || !place) return;
    const words = wordsAt(locate(anchor, content), content);
    if (words) highlight(rangeOf(place, words));
    if (anchor.kind !== 'region') return;
    const picture = picturesIn(place).find(({ media }) => media === anchor.media);
    if (picture) shown.current = showRegion(picture, anchor.area);
  };
}

/** What was said about a part, and the place to say more. */
export function Margin({ review, at, block, about, comments, body }: MarginProps) {
  const [open, setOpen] = useState<'no' | 'before' | 'now'>(() => (begunComment(review, block) ? 'before' : 'no'));
  const giveUp = useGiveUp();
  const marked = useMarkedWords(body);
  const point = usePointing(body, review.content);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen('no');
    marked.forget();
    requestAnimationFrame(() => opener.current?.focus());
  };
  const cancel = () => {
    giveUp(begunName(review, block), () => setOpen('now'));
    close();
  };
  const seek = (_: ReviewComment, second: number) => {
    const video = body.current?.querySelector('video');
    if (!video) return;
    video.currentTime = second;
    video.scrollIntoView({ block: 'nearest' });
    video.focus();
  };
  return (
    <div className={css.margin}>
      <Comments
        comments={comments}
        byFile={review.byFile}
        deeds={at.deeds}
        content={review.content}
        label={`Comments on ${about}`}
        onSeek={seek}
        onPoint={point}
      />
      {open !== 'no' ? (
        <CommentForm
          review={review}
          block={block}
          about={about}
          body={body}
          quote={marked.quote}
          asked={open === 'now'}
          onSay={at.comment}
          onSaid={close}
          onCancel={cancel}
        />
      ) : (
        <Button ref={opener} icon={MessageSquarePlus} onClick={() => setOpen('now')}>
          {comments.length > 0 ? 'Another comment' : 'Comment'}
          {marked.quote && ' on the marked words'}
          <span className="visually-hidden"> on {about}</span>
        </Button>
      )}
    </div>
  );
}
