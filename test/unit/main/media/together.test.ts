import { describe, expect, test } from 'vitest';
import { together } from '../../../../src/main/media/together.ts';

/** Ends only when it is told to stop, and says what it was told. */
const endless = (told: unknown[]) => (signal: AbortSignal) =>
  new Promise<never>((_, failed) => {
    signal.addEventListener('abort', () => {
      told.push(signal.reason);
      failed(signal.reason);
    });
  });

describe('works that need each other', () => {
  test('give their results in order', async () => {
    expect(await together([async () => 1, async () => 'two'])).toEqual([1, 'two']);
  });

  test('stop where one of them fails, which is what is thrown', async () => {
    const told: unknown[] = [];
    const fault = new Error('broken');
    await expect(together([endless(told), () => Promise.reject(fault)])).rejects.toBe(fault);
    expect(told).toEqual([fault]);
  });

  test('stop when whoever asked thinks better of it', async () => {
    const told: unknown[] = [];
    const asked = new AbortController();
    const running = together([endless(told), endless(told)], asked.signal);
    const reason = new Error('cancelled');
    asked.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(told).toEqual([reason, reason]);
  });
});
