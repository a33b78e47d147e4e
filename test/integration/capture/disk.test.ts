import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRecorder } from '../../../src/main/capture/recorder.ts';
import { type Core, createCore } from '../../../src/main/core.ts';
import { testHost } from '../support/host.ts';

let folder: string;
let core: Core;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-disk-'));
  core = await createCore(testHost(folder));
});
afterEach(async () => {
  vi.useRealTimers();
  await core.close();
  await rm(folder, { recursive: true, force: true });
});

const screen = [{ kind: 'screen' as const, mimeType: 'video/mp4', offset: 0 }];
const piece = new TextEncoder().encode('x');

test('no recording begins on a disk with less than 500 MB', async () => {
  const recorder = createRecorder(core.studio, async () => 499e6);
  await expect(recorder.begin(screen)).rejects.toMatchObject({ code: 'DISK_FULL', data: { freeBytes: 499e6, neededBytes: 500e6 } });
  await recorder.close();
});

test('a disk that fills up ends a recording cleanly: what came before is a take', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  let free = 600e6;
  const recorder = createRecorder(core.studio, async () => free);
  const { id } = await recorder.begin(screen);
  await recorder.append(id, 'screen', 0, piece);
  free = 49e6;
  vi.setSystemTime(Date.now() + 3000);
  expect(await recorder.pulse(id)).toBe(49e6);
  // The page stops at this answer; what it still has finds room.
  await recorder.append(id, 'screen', 1, piece);
  free = 19e6;
  vi.setSystemTime(Date.now() + 3000);
  await expect(recorder.append(id, 'screen', 2, piece)).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect((await recorder.stop(id)).take.state).toBe('preparing');
  await recorder.close();
});

test('a page that gives no sign of life leaves an interrupted take', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const recorder = createRecorder(core.studio, async () => 600e6);
  const { id } = await recorder.begin(screen);
  await recorder.append(id, 'screen', 0, piece);
  vi.advanceTimersByTime(16_000);
  await recorder.pulse(id);
  vi.advanceTimersByTime(16_000);
  expect(recorder.isLive(id)).toBe(true);
  vi.advanceTimersByTime(8_000);
  await vi.waitFor(async () => {
    const row = await core.studio.database.selectFrom('takes').select('state').where('id', '=', id).executeTakeFirst();
    expect(row?.state).toBe('interrupted');
  });
  await expect(recorder.append(id, 'screen', 1, piece)).rejects.toMatchObject({ code: 'TAKE_NOT_RECORDING' });
  await recorder.close();
});

test('a machine that slept for an hour wakes with its take still running', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  const recorder = createRecorder(core.studio, async () => 600e6);
  const { id } = await recorder.begin(screen);
  await recorder.append(id, 'screen', 0, piece);
  vi.advanceTimersByTime(4_000);
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(2_000);
  expect(recorder.isLive(id)).toBe(true);
  await recorder.append(id, 'screen', 1, piece);
  vi.advanceTimersByTime(30_000);
  expect(recorder.isLive(id)).toBe(false);
  await recorder.close();
});
