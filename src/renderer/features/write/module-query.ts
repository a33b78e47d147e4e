import { orpc } from '../../api/client.ts';

/**
 * A module that is opened to be worked on. What the page holds from then on is newer than what is read once more: it is
 * not read again by itself, and not found again by the next page.
 */
export const openedModule = (id: string) =>
  orpc.modules.get.queryOptions({
    input: { id },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
