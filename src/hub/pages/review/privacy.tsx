/** @jsxImportSource hono/jsx */
import type { VideoBlock } from '../../../shared/model/blocks/video.ts';
import type { KindCount, SweepRecord } from '../../../shared/model/privacy/record.ts';
import { kindCount, reasonWords } from '../../../shared/model/privacy/words.ts';
import type { Draft } from '../../reviews/draft.ts';
import { Ago } from '../time.tsx';

const leftOf = ({ dismissed }: KindCount): number => dismissed.reduce((sum, { count }) => sum + count, 0);
const totalOf = (kind: KindCount): number => kind.blurred + kind.covered + leftOf(kind);

/** "3 e-mail addresses: 2 blurred, 1 left because it is made up" */
function kindSentence(counts: KindCount): string {
  const parts = [
    counts.blurred > 0 ? `${counts.blurred} blurred` : '',
    counts.covered > 0 ? `${counts.covered} covered` : '',
    ...counts.dismissed.map(({ reason, count }) => `${count} left because ${reasonWords[reason]}`),
  ];
  return `${kindCount(counts.kind, totalOf(counts))}: ${parts.filter(Boolean).join(', ')}`;
}

interface Searched {
  video: VideoBlock;
  record: SweepRecord | null;
}

/** What was searched, in a sentence; pure, so that it can be tested. */
export function privacySentence(videos: readonly Searched[]): string {
  const unsearched = videos.filter(({ record }) => record === null).length;
  if (unsearched === videos.length)
    return videos.length === 1 ? 'The video was not searched for private details.' : 'The videos were not searched for private details.';
  const counts = videos.flatMap(({ record }) => record?.kinds ?? []);
  const total = counts.reduce((sum, kind) => sum + totalOf(kind), 0);
  const left = counts.reduce((sum, kind) => sum + leftOf(kind), 0);
  const found =
    total === 0
      ? 'Searched for private details: nothing was found.'
      : `Searched for private details: ${total} found, ${total - left} hidden${left > 0 ? `, ${left} left to be seen` : ''}.`;
  return unsearched > 0 ? `${found} ${unsearched === 1 ? '1 video was' : `${unsearched} videos were`} not searched.` : found;
}

const One = ({ video, record, named }: Searched & { named: boolean }) => (
  <li>
    {named && <b>{video.attrs.title}: </b>}
    {record ? (
      <>
        <span>
          {Math.round(record.seconds)} s of pictures read <Ago at={record.searchedAt} /> by {record.reader} ({record.language})
        </span>
        {record.kinds.length > 0 && (
          <ul>
            {record.kinds.map((kind) => (
              <li>{kindSentence(kind)}</li>
            ))}
          </ul>
        )}
      </>
    ) : (
      'not searched'
    )}
  </li>
);

/** What the author's studio searched for in the videos, and what she decided. Nothing where there is no video. */
export const Privacy = ({ draft: { content, sweeps } }: { draft: Draft }) => {
  const videos = content.body.content.flatMap((block): Searched[] =>
    block.type === 'video' ? [{ video: block, record: sweeps.find(({ media }) => media === block.attrs.media) ?? null }] : [],
  );
  if (videos.length === 0) return null;
  const sentence = privacySentence(videos);
  if (videos.every(({ record }) => record === null))
    return <p class="notice attention privacy">{sentence} Look at it with that in mind.</p>;
  return (
    <details class="privacy">
      <summary>{sentence}</summary>
      <ul>
        {videos.map((each) => (
          <One {...each} named={videos.length > 1} />
        ))}
      </ul>
      <p>The reader of pictures does not see everything; what was found is not sent along.</p>
    </details>
  );
};
