import { useEffect, useRef } from 'react';
import type { Card } from '../../../../shared/model/edit/list.ts';
import type { Faces } from '../../../../shared/model/overlay/faces.ts';
import type { Size } from '../../../../shared/model/scene/canvas.ts';
import { useCardSvg } from './card-picture.ts';
import { showSvg } from './painter.ts';
import styles from './stage.module.css';

/** A card over all of the canvas. */
export function CardView({ card, canvas, faces }: { card: Card; canvas: Size; faces: Faces }) {
  const element = useRef<HTMLDivElement>(null);
  const svg = useCardSvg(card, canvas, faces);
  useEffect(() => {
    if (element.current && svg) showSvg(element.current, svg);
  }, [svg]);
  const words = [card.name, card.role, card.title, card.line].filter(Boolean).join(', ');
  return <div ref={element} className={styles.card} role="img" aria-label={words || 'Card'} />;
}
