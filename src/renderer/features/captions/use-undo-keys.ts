import { type RefObject, useEffect } from 'react';

/** Undo and redo by keys while the focus is within an element. There it is the captions that are undone; elsewhere in the room, the cuts. */
export function useUndoKeys(within: RefObject<HTMLElement | null>, act: ((what: 'undo' | 'redo') => void) | null): void {
  useEffect(() => {
    const element = within.current;
    if (!element || !act) return;
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const what = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : null;
      if (!what) return;
      event.preventDefault();
      event.stopPropagation();
      act(what);
    };
    element.addEventListener('keydown', press);
    return () => element.removeEventListener('keydown', press);
  });
}
