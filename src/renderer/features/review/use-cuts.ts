import { useQuery } from '@tanstack/react-query';
import type { ModuleContent } from '../../../shared/model/module.ts';
import type { ReviewComment } from '../../../shared/model/review/comment.ts';
import { cutsFrom, videoFiles } from '../../../shared/model/review/cut.ts';
import type { Cuts } from '../../../shared/model/review/moment.ts';
import { orpc } from '../../api/client.ts';

/** What is known here of the cuts of a module's videos; asked for only where a comment speaks of a moment. */
export function useCuts(content: ModuleContent | undefined, comments: readonly ReviewComment[]): Cuts {
  const media = content && comments.some(({ anchor }) => anchor.kind === 'moment') ? videoFiles(content).slice(0, 100) : [];
  const { data = [] } = useQuery({ ...orpc.publishing.cuts.queryOptions({ input: { media } }), enabled: media.length > 0 });
  return cutsFrom(data);
}
