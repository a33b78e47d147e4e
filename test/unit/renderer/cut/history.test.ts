import { expect, test } from 'vitest';
import {
  type History,
  type HistoryAction,
  historyReducer,
  redoLabel,
  startHistory,
  undoLabel,
} from '../../../../src/renderer/features/cut/history.ts';

const run = (...actions: HistoryAction<string>[]): History<string> => actions.reduce(historyReducer<string>, startHistory('a'));
const to = (state: string, group?: string): HistoryAction<string> => ({
  type: 'change',
  state,
  label: `to ${state}`,
  ...(group ? { group } : {}),
});

test('undo goes back through every change, and redo forward again', () => {
  const back = run(to('b'), to('c'), { type: 'undo' }, { type: 'undo' });
  expect(back.present.state).toBe('a');
  expect(historyReducer(historyReducer(back, { type: 'redo' }), { type: 'redo' }).present.state).toBe('c');
});

test('undo and redo at the ends change nothing', () => {
  const start = startHistory('a');
  expect(historyReducer(start, { type: 'undo' })).toBe(start);
  expect(historyReducer(start, { type: 'redo' })).toBe(start);
});

test('a change after an undo forgets what was undone', () => {
  const history = run(to('b'), { type: 'undo' }, to('c'));
  expect(redoLabel(history)).toBeNull();
  expect(history.present.state).toBe('c');
});

test('changes of one group are undone together', () => {
  const history = run(to('b', 'size'), to('c', 'size'), to('d', 'size'), { type: 'undo' });
  expect(history.present.state).toBe('a');
});

test('a settled group begins anew', () => {
  const history = run(to('b', 'size'), { type: 'settle' }, to('c', 'size'), { type: 'undo' });
  expect(history.present.state).toBe('b');
});

test('a change back to the same state is no step', () => {
  expect(undoLabel(run(to('a')))).toBeNull();
});

test('undo and redo say what they would do', () => {
  const history = run(to('b'), to('c'), { type: 'undo' });
  expect(undoLabel(history)).toBe('to b');
  expect(redoLabel(history)).toBe('to c');
});
