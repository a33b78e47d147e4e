import { useEffect, useRef } from 'react';

/**
 * What the schema's renderer wrote, in a page of the studio. Only what comes from `player/render` goes in here: there every
 * word is escaped and every tag is one of the schema's.
 */
export function SchemaHtml({ html, className }: { html: string; className?: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current) place.current.innerHTML = html;
  }, [html]);
  return <div ref={place} className={className} />;
}
