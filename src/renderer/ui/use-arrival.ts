import { useEffect } from 'react';
import { useLocation } from 'react-router';

/**
 * Whoever follows a link arrives in the page it leads to. What was pressed is often gone by then, and the keyboard would begin again
 * at the top of the window. It stays where it is where something has it, as the link of the main menu or a field of the new page.
 */
export function useArrival(): void {
  const { key, pathname } = useLocation();
  // The address that was opened first is begun at its top.
  const followed = key !== 'default';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page.
  useEffect(() => {
    if (!followed) return;
    // Later than a dialog that closes gives the keyboard back to what opened it.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [pathname]);
}
