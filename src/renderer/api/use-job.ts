import { useEffect, useState } from 'react';
import { isOver, type Job } from '../../shared/contract/jobs.ts';
import { client } from './client.ts';

export interface WatchedJob {
  job: Job | null;
  /** Why it cannot be watched any more, e.g. the studio was closed. */
  error: unknown;
  cancel(): Promise<void>;
}

/** Follows a job until it is over; `onOver` is called once with its end. */
export function useJob(id: string | null, onOver?: (job: Job) => unknown): WatchedJob {
  const [job, setJob] = useState<Job | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [tell] = useState(() => ({ onOver }));
  tell.onOver = onOver;

  useEffect(() => {
    setJob(null);
    setError(null);
    if (id === null) return;
    const abort = new AbortController();
    const follow = async () => {
      for await (const next of await client.jobs.watch({ id }, { signal: abort.signal })) {
        setJob(next);
        if (isOver(next.state)) await tell.onOver?.(next);
      }
    };
    follow().catch((cause: unknown) => {
      if (!abort.signal.aborted) setError(cause);
    });
    return () => abort.abort();
  }, [id, tell]);

  const cancel = async () => {
    if (id !== null) await client.jobs.cancel({ id });
  };
  return { job, error, cancel };
}
