import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Block } from '../../../shared/model/blocks/index.ts';
import { type Difference, differenceBetween } from '../../../shared/model/difference/difference.ts';
import { putBack } from '../../../shared/model/history/put-back.ts';
import { type ModuleContent, mediaOf } from '../../../shared/model/module.ts';
import { client, orpc } from '../../api/client.ts';
import { isMissing } from '../../api/missing.ts';
import { useToast } from '../../ui/toast.tsx';
import { changeDraft } from './change-draft.ts';

/** The module now, its moments, and all that changes them. */
export function useHistory(id: string) {
  const queries = useQueryClient();
  const toast = useToast();
  const draft = useQuery(orpc.modules.get.queryOptions({ input: { id }, staleTime: 0 }));
  const list = useQuery(orpc.history.list.queryOptions({ input: { id }, staleTime: 0 }));
  const refresh = () =>
    Promise.all([queries.invalidateQueries({ queryKey: orpc.modules.key() }), queries.invalidateQueries({ queryKey: orpc.history.key() })]);

  const restore = useMutation({
    mutationFn: (hash: string) => client.history.restore({ id, hash }),
    onSuccess: ({ before }) => toast('Brought back. What stood here before is kept.', () => back.mutate(before.hash)),
    onSettled: refresh,
  });
  const back = useMutation({ mutationFn: (hash: string) => client.history.restore({ id, hash }), onSettled: refresh });
  const name = useMutation({
    mutationFn: ({ moment, name: given }: { moment: string | null; name: string | null }) =>
      moment === null ? client.history.keep({ id, name: given }) : client.history.rename({ id, moment, name: given }),
    onSettled: refresh,
  });
  const putIn = useMutation({
    async mutationFn({ block, older }: { block: Block; older: ModuleContent }) {
      let placed = block.attrs.id;
      await changeDraft(id, (content) => {
        const made = putBack(content, block, older);
        placed = made.id;
        return made.content;
      });
      return placed;
    },
    onSuccess: (placed) => toast('The part is back in the module.', () => takeOut.mutate(placed)),
    onSettled: refresh,
  });
  const takeOut = useMutation({
    mutationFn: (block: string) =>
      changeDraft(id, (content) => ({
        ...content,
        body: { ...content.body, content: content.body.content.filter(({ attrs }) => attrs.id !== block) },
      })),
    onSettled: refresh,
  });
  const error = draft.error ?? list.error ?? restore.error ?? back.error ?? name.error ?? putIn.error ?? takeOut.error;
  const missing = !draft.data && isMissing(draft.error);
  return { missing, draft: draft.data ?? null, list: list.data ?? null, restore, name, putIn, error };
}

/** The content under a hash; `null` as hash is the module as it is now. */
export function useContent(id: string, hash: string | null, now: ModuleContent | null) {
  const revision = useQuery({
    ...orpc.history.revision.queryOptions({ input: { id, hash: hash ?? '' }, staleTime: Number.POSITIVE_INFINITY }),
    enabled: hash !== null,
  });
  return { content: hash === null ? now : (revision.data?.content ?? null), error: hash === null ? null : revision.error };
}

/** How two states differ, with how their videos were cut where the studio knows it. */
export function useDifference(before: ModuleContent | null, after: ModuleContent | null): Difference | null {
  const videos = before && after ? [...new Set([...mediaOf(before), ...mediaOf(after)])].slice(0, 200) : [];
  const lists = useQuery({
    ...orpc.edits.lists.queryOptions({ input: { videos }, staleTime: Number.POSITIVE_INFINITY }),
    enabled: videos.length > 0,
  });
  if (!before || !after || (videos.length > 0 && lists.isPending)) return null;
  const known = new Map(lists.data?.map(({ video, list }) => [video, list]));
  return differenceBetween(before, after, { list: (video) => known.get(video) ?? null });
}
