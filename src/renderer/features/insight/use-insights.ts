import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../api/client.ts';

/** What came back from colleagues; asked again every half minute while it is looked at. */
export const useInsights = () => useQuery({ ...orpc.insights.mine.queryOptions(), refetchInterval: 30_000 });
