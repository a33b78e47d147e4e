/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import { renderFields } from '../../../player/render/difference.ts';
import { nothingChanged } from '../../../shared/model/difference/difference.ts';
import { summaryOf } from '../../../shared/model/difference/words.ts';
import { spokenIn } from '../../../shared/model/translation/language.ts';
import { historyPath, queuePath } from '../../addresses.ts';
import type { Draft } from '../../reviews/draft.ts';
import { Face, roleAndTeam } from '../face.tsx';
import { RevisionName, State } from '../state.tsx';
import { Ago } from '../time.tsx';
import { Blocks } from './blocks.tsx';
import { Gone, Margin } from './comments.tsx';
import { DeskBar, type DeskView } from './desk-bar.tsx';
import { Filters, InLanguages, type ReviewView, toldIn } from './filters.tsx';
import { Keeping } from './keeping.tsx';
import { Lint } from './lint.tsx';
import { Privacy } from './privacy.tsx';
import { Approvals, Verdict, type VerdictView } from './verdict.tsx';

const Head = ({ draft, view }: { draft: Draft; view: ReviewView }) => {
  const { review, revision, author, otherName, handedInAt, changes } = draft;
  const { content, foreign, language } = toldIn(draft, view) ?? {
    content: draft.content,
    foreign: new Set<string>(),
    language: draft.content.language,
  };
  const spoken = (line: string) => spokenIn(foreign.has(line) ? draft.content.language : language);
  return (
    <header class="review-head">
      <div class="byline">
        <Face person={author} />
        <span>
          <span class="byline-name">{author.name}</span>
          <span class="byline-role">{roleAndTeam(author)}</span>
        </span>
      </div>
      <h1 {...spoken('title')}>{content.title}</h1>
      <p class="objective" {...spoken('objective')}>
        {content.objective}
      </p>
      {otherName && (
        <p class="notice attention">
          {author.name} handed this in. The profile in the studio says “{otherName}”; colleagues see the name of the account.
        </p>
      )}
      {changes && raw(renderFields(changes))}
      <p class="row-facts">
        <State state={review.state} />
        <span>Round {review.round}</span>
        <span>
          Version <RevisionName hash={revision} />, handed in <Ago at={handedInAt} />
        </span>
        <a href={historyPath(review.moduleId)}>History of this review</a>
      </p>
    </header>
  );
};

/** What the second reading is about, in a sentence. */
const Difference = ({ draft: { changes, review } }: { draft: Draft }) => {
  if (!changes) return null;
  if (nothingChanged(changes)) return <p class="notice">Nothing was changed since round {review.round - 1}.</p>;
  return (
    <div class="notice">
      <p>Shown are the changes since round {review.round - 1}. What stayed as it was is folded.</p>
      <p>{summaryOf(changes)}</p>
    </div>
  );
};

/** Why there is nothing to decide here, and what happens next. */
const standing: Record<Draft['review']['state'], string> = {
  draft: 'This module was not handed in yet.',
  'in-review': 'This module is in review.',
  'changes-requested': 'This module is back with its author. It comes here again when it is handed in again.',
  approved: 'This version is approved. It can be published.',
  published: 'This version is published.',
  retired: 'This module was taken back. Nobody sees it.',
};

const Reasons = ({ reasons }: { reasons: string | null }) =>
  reasons ? (
    <div class="notice attention">
      <h2 class="small">Reasons for returning it</h2>
      <p class="words">{reasons}</p>
    </div>
  ) : null;

interface ReviewPageProps {
  draft: Draft;
  view: ReviewView;
  /** Who looks. */
  me: string;
  /** She handed it in herself. */
  own: boolean;
  /** She has the role to decide. */
  reviewer: boolean;
  desk: DeskView;
  verdict: VerdictView;
}

export const ReviewPage = ({ draft, view, me, own, reviewer, desk, verdict }: ReviewPageProps) => {
  const { review, revision } = draft;
  const inReview = review.state === 'in-review';
  const open = (own || reviewer) && review.state !== 'retired';
  return (
    <div class="review" data-review={review.moduleId}>
      {reviewer && (
        <p class="back">
          <a href={queuePath}>All that waits for review</a>
        </p>
      )}
      <Head draft={draft} view={view} />
      {!own && inReview && reviewer && <DeskBar moduleId={review.moduleId} desk={desk} me={me} />}
      <Privacy draft={draft} />
      <Lint draft={draft} />
      <Difference draft={draft} />
      <InLanguages draft={draft} view={view} />
      <Filters draft={draft} view={view} />
      <Blocks draft={draft} view={view} open={open} />
      <Keeping draft={draft} />
      <Gone draft={draft} open={open} />
      <section class="section on-the-whole" aria-labelledby="whole">
        <h2 id="whole">On the whole</h2>
        <Margin
          moduleId={review.moduleId}
          revision={revision}
          blockId={null}
          comments={draft.comments.filter(({ comment }) => comment.anchor.kind === 'module')}
          round={review.round}
          about="the module as a whole"
          open={open}
        />
      </section>
      <Reasons reasons={review.reasons} />
      {own && (
        <p class="notice standing">
          This is your own work. A colleague looks at it and decides.{!inReview && ` ${standing[review.state]}`}
        </p>
      )}
      {!own && !inReview && <p class="notice standing">{standing[review.state]}</p>}
      {!own && inReview && reviewer ? <Verdict draft={draft} view={verdict} me={me} /> : <Approvals view={verdict} />}
    </div>
  );
};
