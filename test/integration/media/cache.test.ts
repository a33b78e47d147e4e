import { existsSync } from 'node:fs';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Core, createCore } from '../../../src/main/core.ts';
import { trimCache } from '../../../src/main/edits/cache.ts';
import { keepRendition } from '../../../src/main/edits/renditions.ts';
import type { Finishing } from '../../../src/shared/contract/finishing.ts';
import type { Rendition } from '../../../src/shared/model/rendition.ts';
import { withFolder } from '../main/media/material.ts';
import { call } from '../support/call.ts';
import { testHost } from '../support/host.ts';

const megabyte = 1_000_000;

/** A rendition of a given size whose files are whatever; used `hoursAgo`. */
async function kept({ studio }: Core, name: string, bytes: number, hoursAgo: number): Promise<Rendition> {
  const folder = join(studio.paths.cache, 'finishing', name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'video.mp4'), Buffer.alloc(bytes, name));
  // Posters may be the same: files are kept once.
  await writeFile(join(folder, 'poster.jpg'), 'poster');
  await writeFile(join(folder, 'sprite.jpg'), `sprite ${name}`);
  await writeFile(join(folder, 'waveform.json'), `"${name}"`);
  const sheet = { columns: 1, rows: 1, width: 160, height: 90, interval: 1 };
  const made = {
    method: 'encoded',
    encoder: 'libx264',
    gaveUp: null,
    duration: 1,
    width: 320,
    height: 180,
    sheet,
    loudness: null,
  } as const;
  const rendition = await keepRendition(studio, name, made, folder);
  const created = new Date(Date.now() - 48 * 3_600_000);
  await studio.database.updateTable('renditions').set({ created_at: created.toISOString() }).where('key', '=', name).execute();
  await utimes(studio.media.path(rendition.video), new Date(Date.now() - hoursAgo * 3_600_000), created);
  return rendition;
}

const showing = ({ video, poster }: Rendition): string => JSON.stringify({ body: { type: 'video', attrs: { media: video, poster } } });

async function putIntoModule({ studio }: Core, rendition: Rendition): Promise<void> {
  const now = new Date().toISOString();
  const row = { id: 'm', version: 1, content: showing(rendition), created_at: now, updated_at: now, removed_at: null };
  await studio.database.insertInto('modules').values(row).execute();
}

const withCore = (work: (core: Core) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    const core = await createCore(testHost(join(folder, 'workspace')));
    try {
      await work(core);
    } finally {
      await core.close();
    }
  });

test('what was used longest ago goes first, and nothing that a module or an open task speaks of', () =>
  withCore(async (core) => {
    const { studio } = core;
    const oldest = await kept(core, 'in a module', 3 * megabyte, 9);
    const older = await kept(core, 'forgotten', 3 * megabyte, 8);
    const queued = await kept(core, 'in a task', 3 * megabyte, 7);
    const newer = await kept(core, 'lately', 3 * megabyte, 2);
    const newest = await kept(core, 'just now', 3 * megabyte, 0);
    await putIntoModule(core, oldest);
    const job = { id: 'j', kind: 'upload', subject: 'm', state: 'queued', progress: 0, fault: null, created_at: '', updated_at: '' };
    await studio.database
      .insertInto('jobs')
      .values({ ...job, input: showing(queued) })
      .execute();
    expect(await trimCache(studio, 12.5 * megabyte)).toBeGreaterThan(3 * megabyte);
    const there = (rendition: Rendition) => existsSync(studio.media.path(rendition.video));
    expect([oldest, older, queued, newer, newest].map(there)).toEqual([true, false, true, true, true]);
    expect((await studio.database.selectFrom('media').select('hash').execute()).map(({ hash }) => hash)).not.toContain(older.video);
    // Even with no room at all: not what is in use, and not what was used a moment ago.
    await trimCache(studio, 0);
    expect([oldest, queued, newer, newest].map(there)).toEqual([true, true, false, true]);
    expect(existsSync(studio.media.path(oldest.poster))).toBe(true);
  }));

test('the page is told what finished videos take, and can change the limit and make room', () =>
  withCore(async (core) => {
    const shown = await kept(core, 'in a module', megabyte, 9);
    await kept(core, 'another', 2 * megabyte, 9);
    await putIntoModule(core, shown);
    const before = await call<Finishing>(core, 'finishing/get');
    expect(before).toMatchObject({ graphics: 'auto', cache: { limit: 20e9 } });
    expect(Math.round(before.cache.bytes / megabyte)).toBe(3);
    expect(Math.round(before.cache.freeable / megabyte)).toBe(2);
    expect(await call<Finishing>(core, 'finishing/change', { graphics: 'never', limit: 2e9 })).toMatchObject({
      graphics: 'never',
      cache: { ...before.cache, limit: 2e9 },
    });
    await expect(call(core, 'finishing/change', { limit: 5 })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const after = await call<Finishing>(core, 'finishing/clear');
    expect(after.cache.freeable).toBe(0);
    expect(Math.round(after.cache.bytes / megabyte)).toBe(1);
  }));

test('what a crash left half finished is gone after the next start', () =>
  withFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    await mkdir(join(workspace, 'cache', 'finishing', 'some-key'), { recursive: true });
    await writeFile(join(workspace, 'cache', 'finishing', 'some-key', 'video.mp4'), 'half');
    const core = await createCore(testHost(workspace));
    await core.close();
    expect(await readdir(join(workspace, 'cache'))).not.toContain('finishing');
  }));
