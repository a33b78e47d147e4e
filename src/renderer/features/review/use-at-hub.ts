import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AtHub } from '../../../shared/contract/reviewing.ts';
import { client, orpc } from '../../api/client.ts';

/** How often the hub is asked what waits, in milliseconds. */
const often = 60_000;

/** What waits at the hub for whoever is signed in there. */
export function useAtHub() {
  const queries = useQueryClient();
  const query = orpc.reviewing.atHub.queryOptions();
  const { data } = useQuery({ ...query, refetchInterval: often, retry: false });
  const take = useMutation({
    mutationFn: (deed: () => Promise<AtHub>) => deed(),
    onSuccess: (now) => queries.setQueryData(query.queryKey, now),
    onError: () => queries.invalidateQueries({ queryKey: query.queryKey }),
  });
  return {
    atHub: data ?? null,
    busy: take.isPending,
    error: take.error,
    take: (moduleId: string, from: string | null) => take.mutate(() => client.reviewing.take({ moduleId, from })),
    putBack: (moduleId: string) => take.mutate(() => client.reviewing.putBack({ moduleId })),
    keepQuiet: (moduleId: string, how: 'day' | 'always') => take.mutate(() => client.reviewing.keepQuiet({ moduleId, for: how })),
  };
}
