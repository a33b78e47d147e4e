import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Card } from '../../../../shared/model/edit/list.ts';
import { type CardPicture, cardSvg } from '../../../../shared/model/overlay/card.ts';
import type { Faces } from '../../../../shared/model/overlay/faces.ts';
import type { Size } from '../../../../shared/model/scene/canvas.ts';

const asAddress = (blob: Blob): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });

/** A picture of the workspace with its size, its bytes in its address: a drawing that is itself shown as a picture fetches nothing. */
async function readPicture(hash: string): Promise<CardPicture> {
  const response = await fetch(`/media/${hash}`);
  if (!response.ok) throw new Error('A picture of a card is gone');
  const image = new Image();
  image.src = await asAddress(await response.blob());
  await image.decode();
  return { href: image.src, width: image.naturalWidth, height: image.naturalHeight };
}

/** Null where it is gone, undefined as long as it is on its way. */
function useCardPicture(hash: string | null): CardPicture | null | undefined {
  const { data, isError } = useQuery({
    queryKey: ['card-picture', hash],
    enabled: hash !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => readPicture(hash ?? ''),
    retry: false,
  });
  return hash === null || isError ? null : data;
}

/** A card as it comes out: the same drawing as in the finish. Null where there is no card, or not all of it is there yet. */
export function useCardSvg(card: Card | null, canvas: Size, faces: Faces | null): string | null {
  const photo = useCardPicture(card?.photo ?? null);
  const logo = useCardPicture(card?.logo ?? null);
  return useMemo(
    () => (card && faces && photo !== undefined && logo !== undefined ? cardSvg(card, canvas, faces, { photo, logo }) : null),
    [card, canvas, faces, photo, logo],
  );
}
