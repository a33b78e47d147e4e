import { expect, test } from 'vitest';
import { isLetter, keysOn, withKey } from '../../../../src/renderer/ui/letter-keys.ts';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('letters and signs pressed alone can be switched off, and nothing else', () => {
  for (const key of ['j', 'S', '?', '[', '−', 'ß']) expect(isLetter(press(key)), key).toBe(true);
  for (const key of [' ', 'Delete', 'Escape', 'ArrowLeft', 'F2']) expect(isLetter(press(key)), key).toBe(false);
  for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) expect(isLetter(press('z', { [modifier]: true })), modifier).toBe(false);
});

test('what is switched off is not named any more', () => {
  expect(keysOn('J K L', false)).toBe('');
  expect(keysOn('X Delete', false)).toBe('Delete');
  expect(keysOn('Shift ← →', false)).toBe('Shift ← →');
  expect(keysOn('↑ ↓', false)).toBe('↑ ↓');
  expect(keysOn('Ctrl Z', false)).toBe('Ctrl Z');
  expect(keysOn('X Delete', true)).toBe('X Delete');
  expect([withKey('Stop', 'S', true), withKey('Stop', 'S', false)]).toEqual(['Stop (S)', 'Stop']);
});
