import { useEffect, useRef } from 'react';
import { focusOf } from './focus.ts';
import { type Command, commandOf, isCharacter, isTaken } from './keys.ts';

/** Listens to the whole window; `characters` false leaves out the keys that are single characters. */
export function useKeys(characters: boolean, act: (command: Command) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (!command || event.defaultPrevented || isTaken(event, focusOf(event.target))) return;
      if (!characters && isCharacter(event)) return;
      event.preventDefault();
      latest.current(command);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [characters]);
}
