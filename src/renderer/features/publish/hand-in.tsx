import { useMutation, useQuery } from '@tanstack/react-query';
import { Link2, PenLine, Send } from 'lucide-react';
import { isOver } from '../../../shared/contract/jobs.ts';
import type { HubConnection } from '../../../shared/contract/publishing.ts';
import { type Finding, isError } from '../../../shared/model/lint/finding.ts';
import { client, orpc } from '../../api/client.ts';
import { requireSaved } from '../../saving/require-saved.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { HandInVideos, isWaiting } from '../privacy/hand-in-videos.tsx';
import css from './publish.module.css';
import { StateBadge } from './state-badge.tsx';
import { Uploading } from './uploading.tsx';
import { useStanding } from './use-standing.ts';
import { nextStep, stateWords } from './words.ts';

interface HandInProps {
  moduleId: string;
  /** The draft's version: what is missing is looked up anew when it changes. */
  version: number;
  /** Saves what was just typed, so that nothing of it is left behind. */
  beforeHandIn?: () => Promise<boolean>;
  /** Left out where the state already stands beside it. */
  showState?: boolean;
  /** False where the page lists what is missing itself. */
  listMissing?: boolean;
}

/** What is private is said beside the video it is in, with what can be done about it. */
const missingIn = (findings: readonly Finding[]): Finding[] => findings.filter((finding) => isError(finding) && finding.rule !== 'privacy');

function Missing({ moduleId, findings }: { moduleId: string; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <div className={css.missing}>
      <p>Before it can be handed in:</p>
      <ul>
        {[...new Set(findings.map(({ message }) => message))].map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <ButtonLink to={`/write/${moduleId}`} icon={PenLine}>
        Go on writing
      </ButtonLink>
    </div>
  );
}

/** At the hub an author is who signed in there. Whoever calls herself otherwise in her profile learns of it before she hands in. */
function OtherName({ connection: { hubName, person } }: { connection: HubConnection }) {
  const { data: profile } = useQuery(orpc.profile.get.queryOptions());
  const own = profile?.name.trim();
  if (!own || own === person.name) return null;
  return (
    <Notice>
      At {hubName} colleagues see you as {person.name}, the name of your account there. Your profile says {own}.
    </Notice>
  );
}

/** Handing in, wherever one stands: what is missing, the button, how far it is, and then how it stands. */
export function HandIn({ moduleId, version, beforeHandIn, listMissing = true, showState = true }: HandInProps) {
  const standing = useStanding(moduleId, version);
  const { check, review, connection, connectionKnown, job, refresh } = standing;
  const handIn = useMutation({
    mutationFn: async () => {
      if (beforeHandIn) await requireSaved(beforeHandIn);
      return client.publishing.handIn({ moduleId });
    },
    onSettled: refresh,
  });
  if (!review || !check) return <FaultNotice error={standing.error} />;

  const words = stateWords(review, check.revision);
  const uploading = job !== null && !isOver(job.state);
  const failed = job?.state === 'failed' ? job.fault : null;
  const missing = missingIn(check.findings);
  const wanted = nextStep(review, check.revision) === 'hand-in';
  return (
    <div className={css.handIn}>
      {showState && <StateBadge {...words} />}
      {connectionKnown && !connection && (
        <ButtonLink to={`/publish/${moduleId}`} icon={Link2}>
          Connect to a hub to hand in
        </ButtonLink>
      )}
      {uploading && <Uploading id={job.id} bytes={check.bytes} onOver={refresh} />}
      {!uploading && wanted && <FaultNotice error={failed} />}
      <FaultNotice error={handIn.error ?? standing.error} />
      {!uploading && wanted && connection && (
        <>
          <OtherName connection={connection} />
          {listMissing && <Missing moduleId={moduleId} findings={missing} />}
          <HandInVideos videos={check.videos} refresh={() => void refresh()} />
          <Button
            variant="primary"
            icon={Send}
            busy={handIn.isPending}
            disabled={missing.length > 0 || check.videos.some(isWaiting)}
            onClick={() => handIn.mutate()}
          >
            {review.round > 0 ? 'Hand in again' : 'Hand in'}
          </Button>
        </>
      )}
    </div>
  );
}
