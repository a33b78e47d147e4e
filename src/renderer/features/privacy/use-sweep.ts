import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Sweep } from '../../../shared/contract/privacy.ts';
import { client, orpc } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import { requireSaved } from '../../saving/require-saved.ts';

export interface Sweeping {
  sweep: Sweep | null;
  /** 0 to 1 while a search goes on, else null. */
  progress: number | null;
  start: () => void;
  cancel: () => void;
  error: unknown;
}

/** What a search found in an edit, and the search itself. `version` is the edit's: another one shows another part of its takes. */
export function useSweep(edit: string, version: number, beforeSearch: () => Promise<boolean>): Sweeping {
  const queries = useQueryClient();
  const input = { edit };
  const known = useQuery({
    ...orpc.privacy.of.queryOptions({ input }),
    queryKey: [...orpc.privacy.of.key({ input }), version],
    placeholderData: (before: Sweep | undefined) => before,
  });
  const refresh = () => void queries.invalidateQueries({ queryKey: orpc.privacy.key() });
  const start = useMutation({
    async mutationFn() {
      await requireSaved(beforeSearch);
      return client.privacy.search({ edit });
    },
    onSettled: refresh,
  });
  const watched = useJob(known.data?.job?.id ?? null, refresh);
  const failed = start.data && watched.job?.id === start.data.id && watched.job.state === 'failed' ? watched.job.fault : null;
  return {
    sweep: known.data ?? null,
    progress: known.data?.job ? (watched.job?.progress ?? 0) : start.isPending ? 0 : null,
    start: () => start.mutate(),
    cancel: () => void watched.cancel(),
    error: known.error ?? start.error ?? watched.error ?? failed,
  };
}
