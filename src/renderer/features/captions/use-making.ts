import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaptionWork } from '../../../shared/contract/captions.ts';
import { isOver } from '../../../shared/contract/jobs.ts';
import { client, orpc } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import type { Session } from './session.ts';

export interface Making {
  /** 0 to 1 while captions are being made, else null. */
  progress: number | null;
  error: unknown;
  start(work: CaptionWork): Promise<void>;
  cancel(): Promise<void>;
}

/** Lets an engine make the captions of a take; one that was started before this page was opened is found again. */
export function useMaking(session: Session): Making {
  const [started, setStarted] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const known = useQuery(orpc.jobs.list.queryOptions({ input: { subject: session.take }, staleTime: 0 }));
  const running = known.data?.find(({ kind, state }) => kind === 'captions' && !isOver(state));
  const watched = useJob(started ?? running?.id ?? null, (job) => {
    setStarted(null);
    void known.refetch();
    if (job.state === 'failed') setError(job.fault);
    if (job.state === 'done') session.takeMade('make captions').catch(setError);
  });
  const isRunning = started !== null || (watched.job !== null && !isOver(watched.job.state));
  return {
    progress: isRunning ? (watched.job?.progress ?? 0) : null,
    error: error ?? watched.error,
    async start(work) {
      setError(null);
      try {
        if (!(await session.flush())) return;
        const job = await client.captions.make({ take: session.take, work });
        setStarted(job.id);
      } catch (cause) {
        setError(cause);
      }
    },
    cancel: watched.cancel,
  };
}
