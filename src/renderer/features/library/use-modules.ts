import { keepPreviousData, useInfiniteQuery, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { LibraryCard, LibraryFilter } from '../../../shared/contract/library.ts';
import type { Review } from '../../../shared/model/review/review.ts';
import { client, orpc } from '../../api/client.ts';
import { useToast } from '../../ui/toast.tsx';
import { titleOf } from './module-words.ts';

const stretch = 60;

/** Renews everything that shows modules. */
export function useRenewModules(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all([orpc.library.key(), orpc.modules.key()].map((queryKey) => queries.invalidateQueries({ queryKey })));
  }, [queries]);
}

/** What the hub last said of each module; when it says something new, counts and filters follow. */
export function useReviews(): (id: string) => Review | undefined {
  const { data } = useQuery(orpc.publishing.reviews.queryOptions());
  const heard = data?.heardAt;
  const queries = useQueryClient();
  useEffect(() => {
    if (heard) void queries.invalidateQueries({ queryKey: orpc.library.key() });
  }, [heard, queries]);
  return (id) => data?.reviews.find(({ moduleId }) => moduleId === id);
}

/** How many pass a filter, and those of them that are looked at; the others are not fetched. */
export function useModules(filter: LibraryFilter, visible: { from: number; to: number }) {
  const counted = useQuery({
    ...orpc.library.find.queryOptions({ input: { ...filter, count: 0 } }),
    placeholderData: keepPreviousData,
  });
  const first = Math.floor(visible.from / stretch);
  const last = Math.max(first, Math.floor(visible.to / stretch));
  const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const found = useQueries({
    queries: pages.map((page) => orpc.library.find.queryOptions({ input: { ...filter, from: page * stretch, count: stretch } })),
  });
  return {
    total: counted.data?.total ?? null,
    error: counted.error ?? found.find(({ error }) => error)?.error ?? null,
    card(index: number): LibraryCard | null {
      const page = found[Math.floor(index / stretch) - first];
      return page?.data?.entries[index % stretch]?.card ?? null;
    },
  };
}

/** What a search found, a stretch at a time. */
export function useHits(filter: LibraryFilter, count = 20) {
  const found = useInfiniteQuery({
    ...orpc.library.find.infiniteOptions({
      input: (from: number) => ({ ...filter, from, count }),
      initialPageParam: 0,
      getNextPageParam: ({ total, entries }, _pages, from) => (from + entries.length < total ? from + entries.length : undefined),
    }),
    placeholderData: keepPreviousData,
  });
  return {
    total: found.data?.pages[0]?.total ?? null,
    entries: found.data?.pages.flatMap(({ entries }) => entries) ?? [],
    error: found.error,
    more: found.hasNextPage ? () => void found.fetchNextPage() : null,
    loading: found.isFetching,
  };
}

/** What can be done with a module where many are shown. */
export function useModuleActions() {
  const renew = useRenewModules();
  const toast = useToast();
  const archive = useMutation({
    mutationFn: (card: LibraryCard) => client.library.archive({ id: card.id, archived: !card.archived }),
    onSuccess: (_, card) =>
      toast(`“${titleOf(card)}” is ${card.archived ? 'back on the shelf' : 'in the archive'}.`, () => unarchive.mutate(card)),
    onSettled: renew,
  });
  const unarchive = useMutation({
    mutationFn: (card: LibraryCard) => client.library.archive({ id: card.id, archived: card.archived }),
    onSettled: renew,
  });
  const restore = useMutation({ mutationFn: ({ id }: LibraryCard) => client.modules.restore({ id }), onSettled: renew });
  const remove = useMutation({
    mutationFn: ({ id }: LibraryCard) => client.modules.remove({ id }),
    onSuccess: (_, card) => toast(`“${titleOf(card)}” is removed.`, () => restore.mutate(card)),
    onSettled: renew,
  });
  const duplicate = useMutation({
    mutationFn: ({ id }: LibraryCard) => client.library.duplicate({ id }),
    onSuccess: ({ id, content }) => toast(`“${content.title}” is there.`, () => void client.modules.remove({ id }).then(renew, renew)),
    onSettled: renew,
  });
  const error = archive.error ?? unarchive.error ?? restore.error ?? remove.error ?? duplicate.error;
  const [putAway, takeOut, copy] = [archive.mutate, remove.mutate, duplicate.mutate];
  // The same as long as nothing goes wrong: many cards hang on it.
  return useMemo(() => ({ archive: putAway, remove: takeOut, duplicate: copy, error }), [putAway, takeOut, copy, error]);
}
export type ModuleActions = ReturnType<typeof useModuleActions>;
