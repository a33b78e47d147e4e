import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAutosave, type SaveState } from '../../../../src/renderer/saving/autosave.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A store that writes when told to, and can refuse. */
function setUp() {
  const written: string[] = [];
  const states: SaveState['is'][] = [];
  let refusal: unknown = null;
  let held: (() => void)[] = [];
  let hold = false;
  const autosave = createAutosave<string>({
    save: async (state) => {
      if (hold) await new Promise<void>((free) => held.push(free));
      if (refusal) throw refusal;
      written.push(state);
    },
    isStale: (error) => error === 'stale',
    mayPass: (error) => error === 'offline',
    onState: (state) => states.push(state.is),
    delay: 500,
    retryAfter: 3000,
  });
  return {
    autosave,
    written,
    states,
    refuse: (why: unknown) => {
      refusal = why;
    },
    holdWrites: () => {
      hold = true;
    },
    freeWrites: () => {
      hold = false;
      for (const free of held) free();
      held = [];
    },
  };
}

test('changes that follow closely are written once, the latest', async () => {
  const { autosave, written, states } = setUp();
  autosave.change('a');
  autosave.change('b');
  await vi.advanceTimersByTimeAsync(600);
  expect(written).toEqual(['b']);
  expect(states.at(-1)).toBe('saved');
});

test('that something waits is said once, not with each change, and again after it was written or forgotten', async () => {
  const { autosave, states } = setUp();
  autosave.change('a');
  autosave.change('b');
  expect(states).toEqual(['waiting']);
  await autosave.flush();
  autosave.change('c');
  autosave.forget();
  autosave.change('d');
  expect(states).toEqual(['waiting', 'saving', 'saved', 'waiting', 'waiting']);
});

test('a change during a write is written after it, never beside it', async () => {
  const { autosave, written, holdWrites, freeWrites } = setUp();
  holdWrites();
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(600);
  autosave.change('b');
  autosave.change('c');
  await vi.advanceTimersByTimeAsync(2000);
  expect(written).toEqual([]);
  freeWrites();
  await vi.advanceTimersByTimeAsync(600);
  expect(written).toEqual(['a', 'c']);
});

test('flush writes at once and says that all is on disk', async () => {
  const { autosave, written } = setUp();
  autosave.change('a');
  expect(await autosave.flush()).toBe(true);
  expect(written).toEqual(['a']);
});

test('a write that failed is tried again until it is written', async () => {
  const { autosave, written, states, refuse } = setUp();
  refuse('offline');
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(600);
  expect(states.at(-1)).toBe('failed');
  expect(await autosave.flush()).toBe(false);
  refuse(null);
  await vi.advanceTimersByTimeAsync(4000);
  expect(written).toEqual(['a']);
  expect(states.at(-1)).toBe('saved');
});

test('a stale edit waits for a decision and keeps what is unsaved', async () => {
  const { autosave, written, states, refuse } = setUp();
  refuse('stale');
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(states.at(-1)).toBe('stale');
  expect(written).toEqual([]);
  refuse(null);
  expect(await autosave.flush()).toBe(true);
  expect(written).toEqual(['a']);
});

test('what is forgotten is not written', async () => {
  const { autosave, written } = setUp();
  autosave.change('a');
  autosave.forget();
  await vi.advanceTimersByTimeAsync(2000);
  expect(written).toEqual([]);
});
