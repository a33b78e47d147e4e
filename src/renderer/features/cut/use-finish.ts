import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Edit } from '../../../shared/contract/edits.ts';
import { isOver, type Job } from '../../../shared/contract/jobs.ts';
import type { Rendition } from '../../../shared/model/rendition.ts';
import { client, orpc } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import type { Editing } from './use-edit.ts';

type Estimate = Awaited<ReturnType<typeof client.edits.estimate>>;

export type Finishing =
  | { is: 'ready'; estimate: Estimate | null; error: unknown }
  | { is: 'starting' }
  | { is: 'running'; progress: number }
  | { is: 'done'; rendition: Rendition };

export interface Finish {
  state: Finishing;
  start: () => Promise<void>;
  cancel: () => Promise<void>;
}

/** A finish that was started before this page was opened goes on, and is shown. */
function useRunning(edit: Edit): Job | undefined {
  const { data } = useQuery(orpc.jobs.list.queryOptions({ input: { subject: edit.id }, staleTime: 0 }));
  return data?.find((job) => job.kind === 'finish' && !isOver(job.state));
}

/** What finishing would take, how far it is, and what came out. */
export function useFinish(editing: Editing, isOpen: boolean): Finish {
  const { saved, saving, flush, refresh } = editing;
  const [started, setStarted] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRunning(saved);
  const jobId = started ?? running?.id ?? null;

  const watched = useJob(jobId, (job) => {
    setStarted(null);
    setError(job.state === 'failed' ? job.fault : null);
    void refresh().catch(setError);
  });
  const isRunning = watched.job !== null && !isOver(watched.job.state);

  const estimate = useQuery({
    queryKey: ['estimate', saved.id, saved.version],
    queryFn: () => client.edits.estimate({ id: saved.id }),
    enabled: isOpen && saving.is === 'saved' && !isRunning && saved.rendition === null,
    staleTime: Number.POSITIVE_INFINITY,
  });

  const start = async () => {
    setError(null);
    setStarting(true);
    try {
      if (!(await flush())) return;
      const { job } = await client.edits.finish({ id: saved.id });
      if (job) setStarted(job.id);
      else await refresh();
    } catch (cause) {
      setError(cause);
    } finally {
      setStarting(false);
    }
  };

  const state = (): Finishing => {
    if (isRunning) return { is: 'running', progress: watched.job?.progress ?? 0 };
    if (starting || started) return { is: 'starting' };
    if (saved.rendition && saving.is === 'saved') return { is: 'done', rendition: saved.rendition };
    return { is: 'ready', estimate: estimate.data ?? null, error: error ?? watched.error ?? estimate.error };
  };
  return { state: state(), start, cancel: watched.cancel };
}
