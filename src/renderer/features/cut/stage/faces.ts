import figtree from '@fontsource/figtree/files/figtree-latin-600-normal.woff?url';
import figtreeMore from '@fontsource/figtree/files/figtree-latin-ext-600-normal.woff?url';
import fraunces from '@fontsource/fraunces/files/fraunces-latin-600-normal.woff?url';
import frauncesMore from '@fontsource/fraunces/files/fraunces-latin-ext-600-normal.woff?url';
import { useQuery } from '@tanstack/react-query';
import type { Faces } from '../../../../shared/model/overlay/faces.ts';

/** The same files as in the core, in the same order; their reader is loaded when something is first drawn. */
async function loadFaces(): Promise<Faces> {
  const { parseFont } = await import('../../../../shared/model/overlay/faces.ts');
  const font = async (url: string) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`The letters at ${url} cannot be read`);
    return parseFont(await response.arrayBuffer());
  };
  const [text, display] = await Promise.all([
    Promise.all([figtree, figtreeMore].map(font)),
    Promise.all([fraunces, frauncesMore].map(font)),
  ]);
  return { text, display };
}

/** The letters of drawings; null until they are there. */
export function useFaces(): Faces | null {
  return (
    useQuery({ queryKey: ['faces'], queryFn: loadFaces, staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY }).data ??
    null
  );
}
