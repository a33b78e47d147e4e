import { useEffect, useRef } from 'react';
import { isLetter } from '../../ui/letter-keys.ts';
import { focusOf } from './focus.ts';
import { type Command, commandOf, isTaken, typed } from './keys.ts';

/** Listens to the whole window; `letters` false leaves out the keys of one letter or sign. */
export function useKeys(letters: boolean, act: (command: Command) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (!command || event.defaultPrevented || isTaken(event, focusOf(event.target))) return;
      if (!letters && isLetter(typed(event))) return;
      event.preventDefault();
      latest.current(command);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [letters]);
}
