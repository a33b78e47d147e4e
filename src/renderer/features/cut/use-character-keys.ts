import { useState } from 'react';

const name = 'showhow.cut.character-keys';

/** Whether single letters are keys in the cutting room; remembered by this browser. */
export function useCharacterKeys(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(name) !== 'off');
  return [
    on,
    (next) => {
      localStorage.setItem(name, next ? 'on' : 'off');
      setOn(next);
    },
  ];
}
