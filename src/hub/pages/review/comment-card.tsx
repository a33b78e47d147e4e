/** @jsxImportSource hono/jsx */
import { Check, RotateCcw } from 'lucide';
import { isOpen, lastTurn, type Reply } from '../../../shared/model/review/comment.ts';
import { changeWords, severityWords, spokenOf, turnWords } from '../../../shared/model/review/words.ts';
import { reviewPath } from '../../addresses.ts';
import type { PlacedComment } from '../../reviews/places.ts';
import { Icon } from '../icon.tsx';
import { Ago } from '../time.tsx';
import { Words } from './words.tsx';

interface CommentProps {
  placed: PlacedComment;
  moduleId: string;
  /** Id of the margin it stands in. */
  margin: string;
  round: number;
  /** The reader may answer and settle. */
  open: boolean;
}

const Turning = ({ placed: { comment }, moduleId, margin }: CommentProps) => {
  const settled = !isOpen(comment);
  return (
    <form method="post" action={`${reviewPath(moduleId)}/comments/${comment.id}/${settled ? 'reopen' : 'resolve'}`} data-swap={margin}>
      <button type="submit" class="quiet">
        <Icon node={settled ? RotateCcw : Check} /> {settled ? 'Open again' : 'Done'}
        <span class="read-out">: comment of {comment.author}</span>
      </button>
    </form>
  );
};

const Thread = ({ reply }: { reply: Reply }) => (
  <li class="reply">
    <p class="reply-head">
      <b>{reply.author}</b> <Ago at={reply.createdAt} />
    </p>
    <p class="comment-text">
      <Words text={reply.text} mentions={reply.mentions} />
    </p>
  </li>
);

const Answer = ({ placed: { comment }, moduleId, margin }: CommentProps) => (
  <details class="say">
    <summary class="quiet-link">
      Answer<span class="read-out"> {comment.author}</span>
    </summary>
    <form method="post" action={`${reviewPath(moduleId)}/comments/${comment.id}/reply`} class="form" data-swap={margin} data-draft>
      <label class="read-out" for={`reply-${comment.id}`}>
        Answer to {comment.author}
      </label>
      <textarea id={`reply-${comment.id}`} name="text" rows={2} required maxlength={2000} />
      <div>
        <button type="submit">Answer</button>
      </div>
    </form>
  </details>
);

/** What the comment speaks of, and what became of it since. */
const About = ({ placed: { comment, place } }: Pick<CommentProps, 'placed'>) => {
  const { anchor } = comment;
  const change = changeWords(anchor, place);
  return (
    <>
      {anchor.kind === 'text' && <blockquote class="spoken-of">{anchor.quote.exact}</blockquote>}
      {spokenOf(anchor, place) && (
        <p class="spoken-of">
          {place.stretch && place.blockId ? (
            <a href={`#block-${place.blockId}`} data-seek={place.stretch.from}>
              {spokenOf(anchor, place)}
            </a>
          ) : (
            spokenOf(anchor, place)
          )}
        </p>
      )}
      {change && <p class="small since">{change}</p>}
      {place.now === 'gone' && anchor.kind !== 'module' && anchor.about && <p class="small soft">It spoke of {anchor.about}</p>}
    </>
  );
};

/** Other wording as a difference: what would go, and what would come. */
const Suggestion = ({ placed: { comment, replaces } }: Pick<CommentProps, 'placed'>) => (
  <div class="suggestion">
    <p class="small soft">Suggested wording</p>
    <p>
      {replaces && <del>{replaces}</del>} {comment.suggestion && <ins>{comment.suggestion}</ins>}
    </p>
    {replaces === null && <p class="small soft">The words it would replace were changed since.</p>}
  </div>
);

export const CommentCard = (props: CommentProps) => {
  const { placed, round, open } = props;
  const { comment } = placed;
  const { anchor } = comment;
  const settled = !isOpen(comment);
  const last = lastTurn(comment);
  return (
    <li
      class={settled ? 'comment resolved' : `comment ${comment.severity}`}
      id={`comment-${comment.id}`}
      data-quote={placed.words?.exact}
      data-prefix={placed.words?.prefix}
      data-suffix={placed.words?.suffix}
      data-area={anchor.kind === 'region' ? [anchor.area.x, anchor.area.y, anchor.area.width, anchor.area.height].join(' ') : undefined}
      data-media={anchor.kind === 'region' ? anchor.media : undefined}
    >
      <div class="comment-head">
        <p>
          <b>{comment.author}</b>
          <span class={`severity ${comment.severity}`}>{severityWords[comment.severity]}</span>
          <span>
            <Ago at={comment.createdAt} />
            {comment.round < round && `, round ${comment.round}`}
          </span>
        </p>
        {open && <Turning {...props} />}
      </div>
      <About placed={placed} />
      <p class="comment-text">
        <Words text={comment.text} mentions={comment.mentions} />
      </p>
      {comment.suggestion !== undefined && <Suggestion placed={placed} />}
      {last && (
        <p class="small soft">
          {turnWords[last.state]} by {last.by} <Ago at={last.at} />
        </p>
      )}
      {comment.replies.length > 0 && (
        <ul class="plain-list replies" aria-label={`Answers to ${comment.author}`}>
          {comment.replies.map((reply) => (
            <Thread reply={reply} />
          ))}
        </ul>
      )}
      {open && <Answer {...props} />}
    </li>
  );
};
