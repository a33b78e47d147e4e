import { type DOMOutputSpec, DOMSerializer } from '@tiptap/pm/model';
import { useEffect, useRef } from 'react';
import type { Markup } from '../../player/render/markup.ts';

/** The player's own markup in a page of the studio, built as elements and never as a string. */
export function MarkupView({ markup }: { markup: Markup }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(DOMSerializer.renderSpec(document, markup as unknown as DOMOutputSpec).dom);
  }, [markup]);
  return <div ref={place} />;
}
