import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the keyboard in the row that was moved, added, or stands where one was taken away. A field in it that had the
 * focus keeps it; otherwise the first one gets it.
 */
export function useRowFocus(list: RefObject<HTMLElement | null>): (row: string | undefined) => void {
  const wanted = useRef<string | null>(null);
  const held = useRef<Element | null>(null);
  useEffect(() => {
    const id = wanted.current;
    if (id === null) return;
    wanted.current = null;
    const row = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find((one) => one.dataset.row === id);
    if (!row) return;
    const before = held.current instanceof HTMLElement && row.contains(held.current) && !held.current.matches(':disabled');
    const field = before ? (held.current as HTMLElement) : row.querySelector<HTMLElement>('input, textarea');
    field?.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  });
  return (row) => {
    wanted.current = row ?? null;
    held.current = document.activeElement;
  };
}
