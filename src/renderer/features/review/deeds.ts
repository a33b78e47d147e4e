import { useQueryClient } from '@tanstack/react-query';
import type { ReviewComment, Turn } from '../../../shared/model/review/comment.ts';
import { client, orpc } from '../../api/client.ts';

/** What one can do with a comment: where it is kept is not the comment's business. */
export interface CommentDeeds {
  turn(comment: ReviewComment, state: Turn['state']): Promise<unknown>;
  reply(comment: ReviewComment, text: string): Promise<unknown>;
}

/** The author's side: at the hub, or in her studio where only a file knows the comment. */
export function useAuthorDeeds(moduleId: string): CommentDeeds {
  const queries = useQueryClient();
  const done = () => queries.invalidateQueries({ queryKey: orpc.publishing.key() });
  return {
    turn: async ({ id }, state) => {
      await client.publishing.turnComment({ moduleId, commentId: id, state });
      await done();
    },
    reply: async ({ id }, text) => {
      await client.publishing.replyToComment({ moduleId, commentId: id, text });
      await done();
    },
  };
}
