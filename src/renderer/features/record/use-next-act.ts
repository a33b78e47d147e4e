import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings the keyboard to what can be done next (`data-next-act`) when the recording comes to another phase: what was pressed is gone by
 * then, as the countdown's button once it is over. Whoever is elsewhere, as in her notes, stays there.
 */
export function useNextAct(page: RefObject<HTMLElement | null>, phase: string): void {
  const before = useRef(phase);
  useEffect(() => {
    if (before.current === phase) return;
    before.current = phase;
    if (document.activeElement !== document.body) return;
    page.current?.querySelector<HTMLElement>('[data-next-act]')?.focus({ preventScroll: true });
  }, [page, phase]);
}
