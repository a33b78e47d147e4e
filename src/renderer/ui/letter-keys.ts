import { useStoredSwitch } from './use-stored-switch.ts';

/** A key that is pressed, as far as it matters here. */
type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Whether keys of one letter or sign do something, as S stops a recording. Who speaks to her computer, or hits keys by chance, switches
 * them off for the whole studio (WCAG 2.1.4). The name under which that is kept is of when only the cutting room had them.
 */
export const useLetterKeys = () => useStoredSwitch('showhow.cut.character-keys');

/** Whether a key is one of those; one that goes with Control, Command or Alt is not, and neither is the blank. */
export const isLetter = ({ key, ctrlKey, metaKey, altKey }: Press): boolean =>
  [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;

const modifiers = new Set(['Ctrl', 'Alt', 'Shift']);
const arrows = new Set(['←', '→', '↑', '↓']);

/** A label with its key, as `Stop (S)`, while keys of one letter do something. */
export const withKey = (label: string, key: string, letters: boolean): string => (letters ? `${label} (${key})` : label);

/** Keys in words, as `X Delete`, without those that are switched off; empty where none is left. */
export function keysOn(keys: string, letters: boolean): string {
  const all = keys.split(' ');
  if (letters || modifiers.has(all[0] ?? '')) return keys;
  return all.filter((key) => [...key].length > 1 || arrows.has(key)).join(' ');
}
