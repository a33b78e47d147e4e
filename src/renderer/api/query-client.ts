import { QueryClient } from '@tanstack/react-query';
import { readFault } from '../../shared/contract/faults.ts';

/** A fault is an answer and is not asked for again; only silence is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, error) => readFault(error) === null && failures < 2, staleTime: 2_000 },
    mutations: { retry: false },
  },
});
