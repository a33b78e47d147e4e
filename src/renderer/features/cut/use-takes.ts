import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Take } from '../../../shared/model/take.ts';
import { orpc } from '../../api/client.ts';

/** How often takes are looked at while one of them is being prepared, in milliseconds. */
const lookEvery = 1500;

/** All takes of the workspace that can be cut, by id; kept up to date while imported ones are prepared. */
export function useTakes(main: Take): { takes: ReadonlyMap<string, Take>; preparing: number } {
  const { data } = useQuery(
    orpc.takes.list.queryOptions({
      refetchInterval: ({ state }) => (state.data?.some((take) => take.state === 'preparing') ? lookEvery : false),
    }),
  );
  return useMemo(() => {
    const ready = (data ?? []).filter((take) => take.state === 'ready');
    return {
      takes: new Map([main, ...ready].map((take) => [take.id, take])),
      preparing: (data ?? []).filter((take) => take.state === 'preparing').length,
    };
  }, [data, main]);
}
