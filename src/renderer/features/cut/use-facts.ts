import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EditList } from '../../../shared/model/edit/list.ts';
import { type Facts, type SilenceChoice, type TakeFacts, thresholdFor, worthCutting } from '../../../shared/model/proposals/facts.ts';
import type { Take, TakePictures } from '../../../shared/model/take.ts';
import { orpc } from '../../api/client.ts';

/** A take that was just made is still being examined, and is asked for so often, in milliseconds; one of an older program may never be. */
const lookEvery = 2000;
const looks = 60;

/** What is known of the takes of an edit, as far as it is there. */
export function useFacts(
  { clips }: EditList,
  takes: ReadonlyMap<string, Take>,
  pictures: ReadonlyMap<string, TakePictures>,
  silence: SilenceChoice,
): { facts: Facts; pending: boolean; error: unknown } {
  const key = [...new Set(clips.map(({ source }) => source))].filter((source) => takes.has(source)).join(' ');
  const sources = useMemo(() => key.split(' ').filter(Boolean), [key]);
  const { silences, pending, error } = useQueries({
    queries: sources.map((id) =>
      orpc.takes.silences.queryOptions({
        input: {
          id,
          below: silence.below ?? thresholdFor(pictures.get(id)?.sound?.noise ?? null),
          shortest: silence.rest + worthCutting,
        },
        enabled: pictures.has(id),
        staleTime: Number.POSITIVE_INFINITY,
        placeholderData: keepPreviousData,
      }),
    ),
    combine: (results) => ({
      silences: results.map(({ data }) => data),
      pending: results.some(({ isPending }) => isPending),
      error: results.find((result) => result.error)?.error ?? null,
    }),
  });
  const transcripts = useQueries({
    queries: sources.map((take) => orpc.captions.get.queryOptions({ input: { take } })),
    combine: (results) => results.map(({ data }) => data),
  });
  const reports = useQueries({
    queries: sources.map((take) =>
      orpc.health.get.queryOptions({
        input: { take },
        refetchInterval: ({ state }) => (state.data === null && state.dataUpdateCount < looks ? lookEvery : false),
      }),
    ),
    combine: (results) => results.map(({ data }) => data),
  });
  const facts = useMemo(
    () =>
      new Map(
        sources.map((source, index): [string, TakeFacts] => {
          const take = takes.get(source);
          const sound = pictures.get(source)?.sound ?? null;
          const captions = transcripts[index];
          return [
            source,
            {
              marks: take?.marks ?? [],
              loudness: sound?.loudness?.integrated ?? null,
              noise: sound?.noise ?? null,
              hasVoice: take?.tracks.some(({ kind }) => kind === 'microphone') ?? false,
              silences: silences[index] ?? [],
              work: reports[index]?.work ?? [],
              transcript: captions ? { language: captions.language, words: captions.cues.flatMap(({ words }) => words ?? []) } : null,
            },
          ];
        }),
      ),
    [sources, takes, pictures, silences, transcripts, reports],
  );
  return { facts, pending, error };
}
