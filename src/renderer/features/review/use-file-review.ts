import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { FileReview } from '../../../shared/contract/reviewing.ts';
import { client, orpc } from '../../api/client.ts';
import type { CommentDeeds } from './deeds.ts';

/** What a reviewer says of where it hangs, how much hangs on it, and in which words. */
export type Saying = Omit<Parameters<typeof client.reviewing.comment>[0], 'moduleId' | 'revision'>;

/** A colleague's module that came in a file, and all that can be said about it. */
export function useFileReview(moduleId: string) {
  const queries = useQueryClient();
  const query = orpc.reviewing.get.queryOptions({ input: { moduleId } });
  const { data, error } = useQuery(query);
  /** The answer is how it stands now; the list is looked up anew. */
  const take = async (answer: Promise<FileReview>) => {
    queries.setQueryData(query.queryKey, await answer);
    await queries.invalidateQueries({ queryKey: orpc.reviewing.list.key() });
  };
  const revision = data?.revision ?? '';
  const deeds: CommentDeeds = {
    turn: ({ id }, state) => take(client.reviewing.turn({ moduleId, commentId: id, state })),
    reply: ({ id }, text) => take(client.reviewing.reply({ moduleId, commentId: id, text })),
  };
  return {
    review: data ?? null,
    error,
    deeds,
    comment: (said: Saying) => take(client.reviewing.comment({ moduleId, revision, ...said })),
    advise: (verdict: 'approve' | 'return', words: string) => take(client.reviewing.advise({ moduleId, revision, verdict, words })),
    refresh: () => queries.invalidateQueries({ queryKey: orpc.reviewing.key() }),
  };
}
export type ReviewAtHand = ReturnType<typeof useFileReview>;
