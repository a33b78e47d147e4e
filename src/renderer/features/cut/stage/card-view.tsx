import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { Card } from '../../../../shared/model/edit/list.ts';
import { type CardPicture, cardSvg } from '../../../../shared/model/overlay/card.ts';
import type { Faces } from '../../../../shared/model/overlay/faces.ts';
import type { Size } from '../../../../shared/model/scene/canvas.ts';
import { showSvg } from './painter.ts';
import styles from './stage.module.css';

/** A picture of the workspace with its size; null where it is gone. */
function useCardPicture(hash: string | null): CardPicture | null {
  const { data } = useQuery({
    queryKey: ['card-picture', hash],
    enabled: hash !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<CardPicture | null> => {
      const image = new Image();
      image.src = `/media/${hash}`;
      await image.decode();
      return { href: image.src, width: image.naturalWidth, height: image.naturalHeight };
    },
    retry: false,
  });
  return data ?? null;
}

/** A card as it comes out: the same drawing as in the finish. */
export function CardView({ card, canvas, faces }: { card: Card; canvas: Size; faces: Faces }) {
  const element = useRef<HTMLDivElement>(null);
  const photo = useCardPicture(card.photo);
  const logo = useCardPicture(card.logo);
  const svg = useMemo(() => cardSvg(card, canvas, faces, { photo, logo }), [card, canvas, faces, photo, logo]);
  useEffect(() => {
    if (element.current) showSvg(element.current, svg);
  }, [svg]);
  const words = [card.name, card.role, card.title, card.line].filter(Boolean).join(', ');
  return <div ref={element} className={styles.card} role="img" aria-label={words || 'Card'} />;
}
