import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type History,
  type HistoryAction,
  historyReducer,
  redoLabel,
  startHistory,
  undoLabel,
} from '../../../../src/renderer/features/cut/history.ts';
import { moveClip, splitAt } from '../../../../src/shared/model/edit/clips.ts';
import { type EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { cutRange } from '../../../../src/shared/model/edit/ripple.ts';
import { editDuration } from '../../../../src/shared/model/edit/time.ts';

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

test('whatever was done to an edit, undoing all of it gives the edit back by its hash, and redoing all of it the last one', () => {
  const start = wholeSource('walk', 60, 'whole');
  const hash = (edit: EditList) => createHash('sha256').update(JSON.stringify(edit)).digest('hex');
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const operation = fc.oneof(
    share.map((at) => (edit: EditList) => splitAt(edit, at * editDuration(edit), () => `new ${edit.clips.length} ${at}`)),
    fc.tuple(share, share).map(([a, b]) => (edit: EditList) => {
      const whole = editDuration(edit);
      return cutRange(edit, Math.min(a, b) * whole, Math.max(a, b) * whole) ?? edit;
    }),
    share.map((at) => (edit: EditList) => moveClip(edit, edit.clips[0]?.id ?? '', Math.floor(at * (edit.clips.length - 1)))),
  );
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
      let history = startHistory(start);
      for (const next of operations)
        history = historyReducer(history, { type: 'change', state: next(history.present.state), label: 'a step' });
      const last = hash(history.present.state);
      const steps = history.past.length;
      for (let step = 0; step < steps; step++) history = historyReducer(history, { type: 'undo' });
      expect(hash(history.present.state)).toBe(hash(start));
      for (let step = 0; step < steps; step++) history = historyReducer(history, { type: 'redo' });
      expect(hash(history.present.state)).toBe(last);
    }),
  );
});
