import { useMutation, useQuery } from '@tanstack/react-query';
import { isOver } from '../../../shared/contract/jobs.ts';
import type { HandInVideo } from '../../../shared/contract/publishing.ts';
import { privacyOpen } from '../../../shared/model/privacy/words.ts';
import { client, orpc } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import css from './privacy.module.css';

/** Whether a video keeps its module from being handed in. */
export const isWaiting = ({ state }: HandInVideo): boolean => state === 'open' || state === 'outdated';

const panel = (edit: string): string => `/cut/${edit}?panel=privacy`;

function Waiting({ video }: { video: HandInVideo }) {
  const again = video.state === 'outdated';
  const link = video.edit && (
    <ButtonLink to={again ? `/cut/${video.edit}?panel=finish` : panel(video.edit)}>{again ? 'Finish it' : 'Look at it'}</ButtonLink>
  );
  return (
    <Notice tone="fault" action={link}>
      {privacyOpen({ title: video.title, open: video.open, again })}
    </Notice>
  );
}

/** A warning, not an error: one may hand in without a search, and the reviewer sees that. */
function Unsearched({ video, edit, refresh }: { video: HandInVideo; edit: string; refresh: () => void }) {
  const jobs = useQuery(orpc.jobs.list.queryOptions({ input: { subject: edit } }));
  const start = useMutation({ mutationFn: () => client.privacy.search({ edit, video: video.media }), onSuccess: () => jobs.refetch() });
  const running = jobs.data?.find(({ kind, state }) => kind === 'sweep' && !isOver(state));
  const watched = useJob(running?.id ?? null, () => {
    void jobs.refetch();
    refresh();
  });
  if (running)
    return <Progress label={`Searching “${video.title}”`} value={watched.job?.progress ?? 0} onCancel={() => void watched.cancel()} />;
  return (
    <>
      <FaultNotice error={start.error} />
      <Notice
        tone="attention"
        action={
          <Button busy={start.isPending} onClick={() => start.mutate()}>
            Search now
          </Button>
        }
      >
        “{video.title}” was not searched for what is private.
      </Notice>
    </>
  );
}

/** What the privacy search has to say before a module is handed in; nothing where all is clear. */
export function HandInVideos({ videos, refresh }: { videos: readonly HandInVideo[]; refresh: () => void }) {
  const shown = videos.filter(({ state, edit }) => state !== 'clear' && edit !== null);
  if (shown.length === 0) return null;
  return (
    <div className={css.videos}>
      {shown.map((video) =>
        isWaiting(video) ? (
          <Waiting key={video.media} video={video} />
        ) : (
          video.edit && <Unsearched key={video.media} video={video} edit={video.edit} refresh={refresh} />
        ),
      )}
    </div>
  );
}
