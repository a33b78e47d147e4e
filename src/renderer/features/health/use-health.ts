import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { HealthReport } from '../../../shared/model/health/report.ts';
import { client, orpc } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';

export interface Health {
  report: HealthReport | null;
  /** Why there is none. */
  error: unknown;
}

/** How a take turned out: its report, measured first where there is none yet. */
export function useHealth(take: string): Health {
  const queries = useQueryClient();
  const known = useQuery(orpc.health.get.queryOptions({ input: { take }, staleTime: Number.POSITIVE_INFINITY }));
  const [job, setJob] = useState<string | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const missing = known.data === null;
  const watched = useJob(job, () => void queries.invalidateQueries({ queryKey: orpc.health.get.key({ input: { take } }) }));

  useEffect(() => {
    if (!missing) return;
    let over = false;
    client.health.measure({ take }).then(
      ({ id }) => {
        if (!over) setJob(id);
      },
      (error: unknown) => {
        if (!over) setRefused(error);
      },
    );
    return () => {
      over = true;
    };
  }, [missing, take]);

  const failed = watched.job?.state === 'failed' ? watched.job.fault : null;
  return { report: known.data ?? null, error: known.error ?? refused ?? watched.error ?? failed };
}
