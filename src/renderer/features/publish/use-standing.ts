import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { orpc } from '../../api/client.ts';

/** How often a page that is looked at asks the hub again, in milliseconds. */
const often = 15_000;

/** All that handing in and publishing need to know of a module. `version` is the draft's: another one is another content. */
export function useStanding(moduleId: string, version: number) {
  const queries = useQueryClient();
  const input = { moduleId };
  const check = useQuery({
    ...orpc.publishing.check.queryOptions({ input }),
    queryKey: [...orpc.publishing.check.key({ input }), version],
  });
  const review = useQuery({ ...orpc.publishing.review.queryOptions({ input }), refetchInterval: often });
  const connection = useQuery(orpc.hub.connection.queryOptions());
  const jobs = useQuery(orpc.jobs.list.queryOptions({ input: { subject: moduleId } }));
  const refresh = useCallback(async () => {
    await Promise.all([orpc.publishing.key(), orpc.jobs.key()].map((queryKey) => queries.invalidateQueries({ queryKey })));
  }, [queries]);
  return {
    check: check.data ?? null,
    review: review.data ?? null,
    connection: connection.data ?? null,
    connectionKnown: !connection.isPending,
    job: jobs.data?.find((job) => job.kind === 'upload') ?? null,
    error: check.error ?? review.error ?? connection.error,
    refresh,
  };
}
