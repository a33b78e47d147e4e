import { ArrowLeft, Eye } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { byline } from '../../../player/render/author.ts';
import { fieldsMarkup } from '../../../player/render/difference.ts';
import { keepingMarkup } from '../../../player/render/keeping.ts';
import type { FileReview } from '../../../shared/contract/reviewing.ts';
import { differenceBetween, nothingChanged } from '../../../shared/model/difference/difference.ts';
import { summaryOf } from '../../../shared/model/difference/words.ts';
import { learnerMinutes } from '../../../shared/model/minutes.ts';
import { isOpen } from '../../../shared/model/review/comment.ts';
import { locate } from '../../../shared/model/review/locate.ts';
import { type ReadRun, runsOf } from '../../../shared/model/review/parts.ts';
import { languagesOf } from '../../../shared/model/translation/localize.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { MarkupView } from '../../ui/markup-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PreviewDialog } from '../write/preview-dialog.tsx';
import { AdviceList } from './advice.tsx';
import { Closing } from './closing.tsx';
import { Comments } from './comments.tsx';
import { Margin } from './margin.tsx';
import { NameNotice } from './name-notice.tsx';
import { Part } from './part.tsx';
import css from './review.module.css';
import type { ReviewAtHand } from './use-file-review.ts';
import '../../../player/player.css';
import '../../../player/marking/marking.css';
import '../../../player/render/difference.css';

const media = (hash: string): string => `/media/${hash}`;

function Head({ review }: { review: FileReview }) {
  const { content, author, handedOut, revision, moduleId } = review;
  const [previewing, setPreviewing] = useState(false);
  const line = useMemo(() => byline({ author, media }, learnerMinutes(content.body)), [author, content]);
  return (
    <header className={css.head}>
      <div className="showhow-module">
        <MarkupView markup={line} />
      </div>
      <h1>{content.title || 'Without a title'}</h1>
      {content.objective && <p className={css.objective}>{content.objective}</p>}
      <p className={css.facts}>
        <span>Round {handedOut.round}</span>
        <span>
          Version <code>{revision.slice(0, 8)}</code>, handed out <Ago at={handedOut.at} />
        </span>
        {handedOut.by && (
          <span>
            says: <bdi>{handedOut.by}</bdi>, by file
          </span>
        )}
      </p>
      <div className={css.tools}>
        <Button icon={Eye} onClick={() => setPreviewing(true)}>
          See it as a learner
        </Button>
        <PreviewDialog
          address={`/reviews/${moduleId}/preview`}
          languages={previewing ? languagesOf(content) : []}
          open={previewing}
          onOpenChange={setPreviewing}
        />
      </div>
    </header>
  );
}

interface RunProps {
  run: ReadRun;
  review: FileReview;
  at: ReviewAtHand;
  /** Which block each comment stands at now. */
  places: ReadonlyMap<string, string | null>;
}

function Run({ run: { folded, parts }, review, at, places }: RunProps) {
  const rows = (
    <ul className={css.parts}>
      {parts.map((part) => (
        <Part
          key={`${part.block.attrs.id} ${part.change?.state}`}
          part={part}
          review={review}
          at={at}
          comments={review.comments.filter(({ id }) => places.get(id) === part.block.attrs.id)}
        />
      ))}
    </ul>
  );
  if (!folded) return rows;
  return (
    <details className={css.folded}>
      <summary>{parts.length === 1 ? '1 part as it was' : `${parts.length} parts as they were`}</summary>
      {rows}
    </details>
  );
}

/** A colleague's module that came in a file, part by part, with what is said about it in the margin. */
export function Reader({ review, at }: { review: FileReview; at: ReviewAtHand }) {
  const { content, before, comments, advice, handedOut } = review;
  const [all, setAll] = useState(false);
  const whole = useRef<HTMLElement>(null);
  const changes = useMemo(() => (before ? differenceBetween(before, content) : null), [before, content]);
  const places = useMemo(() => new Map(comments.map(({ id, anchor }) => [id, locate(anchor, content).blockId])), [comments, content]);
  const unsettled = comments.filter(isOpen).flatMap(({ id }) => places.get(id) ?? []);
  const runs = runsOf(content.body.content, all ? null : changes, new Set(unsettled));
  const gone = comments.filter(({ id, anchor }) => anchor.kind !== 'module' && places.get(id) === null);
  const keeping = useMemo(() => keepingMarkup(content, {}), [content]);
  const fields = changes && !all ? fieldsMarkup(changes) : null;
  return (
    <article className={css.review}>
      <ButtonLink to="/reviews" variant="plain" icon={ArrowLeft}>
        All reviews
      </ButtonLink>
      <Head review={review} />
      <NameNotice />
      {changes && (
        <Notice action={<Button onClick={() => setAll(!all)}>{all ? 'Show only the changes' : 'Show everything'}</Button>}>
          {nothingChanged(changes)
            ? `Nothing was changed since round ${handedOut.round - 1}.`
            : `${all ? 'Everything is shown.' : 'Shown are the changes since the version you looked at before. What stayed as it was is folded.'} ${summaryOf(changes)}`}
        </Notice>
      )}
      {fields && <MarkupView markup={fields} />}
      {runs.map((run) => (
        <Run key={`${run.parts[0]?.block.attrs.id} ${run.folded}`} run={run} review={review} at={at} places={places} />
      ))}
      {keeping && (
        <div className={css.keeping}>
          <div className="showhow-module">
            <MarkupView markup={keeping} />
          </div>
        </div>
      )}
      {gone.length > 0 && (
        <section className={css.section} aria-labelledby="gone">
          <h2 id="gone">Parts that are gone</h2>
          <Comments comments={gone} byFile={review.byFile} deeds={at.deeds} content={content} label="Comments on parts that are gone" />
        </section>
      )}
      <section className={css.section} aria-labelledby="whole" ref={whole}>
        <h2 id="whole">On the whole</h2>
        <Margin
          review={review}
          at={at}
          block={null}
          about="the module as a whole"
          comments={comments.filter(({ anchor }) => anchor.kind === 'module')}
          body={whole}
        />
      </section>
      <AdviceList advice={advice} byFile={review.byFile} revision={review.revision} />
      <Closing review={review} at={at} />
    </article>
  );
}
