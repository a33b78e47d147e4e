import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EditList } from '../../../shared/model/edit/list.ts';
import { orpc } from '../../api/client.ts';

export interface Quiet {
  /** By take: where its voice is played from. Takes whose noise is not reduced, or not yet, are not in it. */
  urls: ReadonlyMap<string, string>;
  /** Whether noise is still being reduced; until then the takes sound as they were recorded. */
  pending: boolean;
  error: Error | null;
}

/** The voices of an edit with their noise reduced, where the edit says so. */
export function useQuiet({ clips, sound }: EditList): Quiet {
  const key = sound.denoise ? [...new Set(clips.map(({ source }) => source))].join(' ') : '';
  const sources = useMemo(() => key.split(' ').filter(Boolean), [key]);
  const asked = useQueries({
    queries: sources.map((id) => orpc.takes.quiet.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY })),
    combine: (results) => ({
      urls: results.map(({ data }) => data?.url ?? null),
      pending: results.some(({ isPending }) => isPending),
      error: results.find(({ error }) => error)?.error ?? null,
    }),
  });
  const urls = useMemo(
    () => new Map(sources.flatMap((source, index) => (asked.urls[index] ? [[source, asked.urls[index]] as const] : []))),
    [sources, asked.urls],
  );
  return { urls, pending: asked.pending, error: asked.error };
}
