import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { client, orpc } from '../../api/client.ts';
import { useToast } from '../../ui/toast.tsx';
import { cardsOf, type LibraryCard } from './cards.ts';
import { onArrived, uploads } from './uploads.ts';

/** How often takes are looked at while one of them changes by itself, in milliseconds. */
const lookEvery = 2000;

export const useUploads = () => useSyncExternalStore(uploads.subscribe, uploads.all);

/** Renews everything that shows takes or cuts. */
export function useRenew(): () => Promise<void> {
  const queries = useQueryClient();
  return useMemo(
    () => async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: orpc.takes.key() }),
        queries.invalidateQueries({ queryKey: orpc.edits.key() }),
        queries.invalidateQueries({ queryKey: orpc.jobs.key() }),
      ]);
    },
    [queries],
  );
}

/** All takes with their cuts, kept up to date while files arrive and takes are prepared. */
export function useLibrary() {
  const renew = useRenew();
  const takes = useQuery(
    orpc.takes.list.queryOptions({
      refetchInterval: ({ state }) => (state.data?.some((take) => take.state === 'preparing') ? lookEvery : false),
    }),
  );
  const edits = useQuery(orpc.edits.list.queryOptions());
  useEffect(() => onArrived(() => void renew()), [renew]);
  const cards = useMemo(() => cardsOf(takes.data ?? [], edits.data ?? []), [takes.data, edits.data]);
  return { cards, error: takes.error ?? edits.error, pending: takes.isPending || edits.isPending };
}

/** What can be done with one card. */
export function useCardActions({ take, edit, title, isPart }: LibraryCard) {
  const renew = useRenew();
  const navigate = useNavigate();
  const toast = useToast();

  const open = useMutation({
    mutationFn: async () => edit ?? (await client.edits.open({ take: take.id })),
    onSuccess: ({ id }) => navigate(`/cut/${id}`),
  });
  const rename = useMutation({
    mutationFn: async (next: string) => {
      // A part of a long lesson has a name of its own.
      if (!edit || edit.title === take.title) await client.takes.rename({ id: take.id, title: next });
      if (edit) await client.edits.rename({ id: edit.id, title: next });
    },
    onSuccess: renew,
  });
  const again = useMutation({ mutationFn: () => client.takes.salvage({ id: take.id }), onSuccess: renew });
  // One of several cuts goes alone: the recording is also the others'.
  const removed = isPart ? edit : null;
  const discard = useMutation({
    mutationFn: async () => {
      await (removed ? client.edits.remove({ id: removed.id }) : client.takes.discard({ id: take.id }));
    },
    onSuccess: async () => {
      toast(`“${title}” is discarded.`, () => {
        const back: Promise<unknown> = removed ? client.edits.restore({ id: removed.id }) : client.takes.restore({ id: take.id });
        back.then(renew, () => toast(`“${title}” could not be brought back. It is still in the workspace.`));
      });
      await renew();
    },
  });
  return { open, rename, again, discard, error: open.error ?? rename.error ?? again.error ?? discard.error };
}
