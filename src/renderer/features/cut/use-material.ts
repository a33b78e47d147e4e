import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { EditList } from '../../../shared/model/edit/list.ts';
import type { Take, TakePictures } from '../../../shared/model/take.ts';
import { orpc } from '../../api/client.ts';
import { createMaterial, type TimelineMaterial } from './material.ts';

export interface TakeFacts {
  material: TimelineMaterial;
  /** What is known of the takes of the edit, once it is there. */
  pictures: ReadonlyMap<string, TakePictures>;
}

/** What the timeline is drawn from, for all takes of an edit. */
export function useMaterial({ clips }: EditList, takes: ReadonlyMap<string, Take>): TakeFacts {
  const key = [...new Set(clips.map(({ source }) => source))].filter((source) => takes.has(source)).join(' ');
  const sources = useMemo(() => key.split(' ').filter(Boolean), [key]);
  const asked = useQueries({
    queries: sources.map((id) => orpc.takes.pictures.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY })),
    combine: (results) => results.map(({ data }) => data),
  });
  const material = useMemo(createMaterial, []);
  const pictures = useMemo(
    () => new Map(sources.flatMap((source, index) => (asked[index] ? [[source, asked[index]] as const] : []))),
    [sources, asked],
  );
  useEffect(() => material.setTakes(takes), [material, takes]);
  useEffect(() => {
    for (const [source, each] of pictures) material.setPictures(source, each);
  }, [material, pictures]);
  useEffect(() => material.clear, [material]);
  return { material, pictures };
}
