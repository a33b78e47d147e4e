import { expect, test } from 'vitest';
import { commandOf, isTaken, type Press, typed } from '../../../../src/renderer/features/cut/keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

test('keys do what the list says', () => {
  expect(commandOf(press(' '))).toEqual({ do: 'play-pause' });
  expect(commandOf(press('X'))).toEqual({ do: 'cut-out' });
  expect(commandOf(press('Delete'))).toEqual({ do: 'cut-out' });
  expect(commandOf(press('ArrowLeft'))).toEqual({ do: 'frames', by: -1 });
  expect(commandOf(press('ArrowLeft', { shiftKey: true }))).toEqual({ do: 'seconds', by: -1 });
  expect(commandOf(press('+', { shiftKey: true }))).toEqual({ do: 'zoom-in' });
});

test('undo and redo work with Control and with Command', () => {
  expect(commandOf(press('z', { ctrlKey: true }))).toEqual({ do: 'undo' });
  expect(commandOf(press('Z', { metaKey: true, shiftKey: true }))).toEqual({ do: 'redo' });
  expect(commandOf(press('y', { ctrlKey: true }))).toEqual({ do: 'redo' });
});

test('keys of the browser and the machine are left alone', () => {
  expect(commandOf(press('x', { ctrlKey: true }))).toBeNull();
  expect(commandOf(press('ArrowLeft', { altKey: true, ctrlKey: true }))).toBeNull();
  expect(commandOf(press('s', { altKey: true }))).toBeNull();
  expect(commandOf(press('-', { ctrlKey: true }))).toBeNull();
});

test('a field keeps every key, a button its own, a slider the ones that move it', () => {
  expect(isTaken(press('x'), 'field')).toBe(true);
  expect(isTaken(press(' '), 'button')).toBe(true);
  expect(isTaken(press('x'), 'button')).toBe(false);
  expect(isTaken(press('ArrowLeft'), 'mover')).toBe(true);
  expect(isTaken(press('j'), 'mover')).toBe(false);
  expect(isTaken(press(' '), 'elsewhere')).toBe(false);
});

test('signs are signs however a keyboard makes them: with Shift, with AltGr, with Option', () => {
  expect(commandOf(press('[', { ctrlKey: true, altKey: true }))).toEqual({ do: 'trim-start' });
  expect(commandOf(press(']', { altKey: true }))).toEqual({ do: 'trim-end' });
  expect(commandOf(press('0', { shiftKey: true }))).toEqual({ do: 'zoom-fit' });
  expect(commandOf(press('X', { shiftKey: true }))).toBeNull();
  expect(commandOf(press('0', { ctrlKey: true }))).toBeNull();
  expect(isTaken(press('[', { ctrlKey: true, altKey: true }), 'field')).toBe(true);
  // So that it is off with the other keys of one sign.
  expect(typed(press('[', { ctrlKey: true, altKey: true }))).toEqual(press('['));
});
