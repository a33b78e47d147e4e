import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EditList } from '../../../../shared/model/edit/list.ts';
import type { ScrubCopies } from '../../../../shared/model/take.ts';
import { orpc } from '../../../api/client.ts';

export type ScrubUrls = ScrubCopies['urls'];

/** How often it is asked whether a copy is there, in milliseconds. */
const every = 2000;

/** By take of an edit: where small copies of its pictures are read from, as soon as they are there. */
export function useScrubCopies({ clips }: EditList): ReadonlyMap<string, ScrubUrls> {
  const key = [...new Set(clips.map(({ source }) => source))].join(' ');
  const sources = useMemo(() => key.split(' ').filter(Boolean), [key]);
  const copies = useQueries({
    queries: sources.map((id) =>
      orpc.takes.scrub.queryOptions({
        input: { id },
        staleTime: Number.POSITIVE_INFINITY,
        refetchInterval: ({ state }) => (state.data?.pending ? every : false),
      }),
    ),
    combine: (results) => results.map(({ data }) => data?.urls),
  });
  return useMemo(
    () => new Map(sources.flatMap((source, index) => (copies[index] ? [[source, copies[index]] as const] : []))),
    [sources, copies],
  );
}
