import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Core, createCore } from '../../../src/main/core.ts';
import type { Edit } from '../../../src/shared/contract/edits.ts';
import type { Job } from '../../../src/shared/contract/jobs.ts';
import type { Take } from '../../../src/shared/model/take.ts';
import { beeps, flashes, run, sound, withFolder } from '../main/media/material.ts';
import { call } from '../support/call.ts';
import { testHost } from '../support/host.ts';

/** Programs that still work on files of a folder; none where the system does not tell. */
async function workingOn(folder: string): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(all.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(folder));
}

/** What lies in a folder; nothing where it is gone. */
const left = async (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

async function imported(core: Core, folder: string): Promise<Take> {
  await Promise.all([flashes(join(folder, 'a.mp4'), 24, '1280x720'), sound(join(folder, 'a.wav'), 24, beeps(), ['-c:a', 'pcm_s16le'])]);
  const file = join(folder, 'talk.mp4');
  await run(['-i', join(folder, 'a.mp4'), '-i', join(folder, 'a.wav'), '-c:v', 'copy', '-c:a', 'aac', file]);
  const body = (await readFile(file)) as BodyInit;
  const response = await core.fetch(new Request('http://studio/imports?name=talk.mp4', { method: 'POST', body }));
  const { take, job } = (await response.json()) as { take: Take; job: Job };
  expect(await core.studio.jobs.finished(job.id)).toMatchObject({ state: 'done' });
  return call<Take>(core, 'takes/get', { id: take.id });
}

test('a finish that is cancelled, at whatever moment, leaves no process and no file behind', async () => {
  await withFolder(async (folder) => {
    const core = await createCore(testHost(join(folder, 'workspace')));
    const { studio } = core;
    try {
      const take = await imported(core, folder);
      const edit = await call<Edit>(core, 'edits/open', { take: take.id });
      // The take is still being examined; that is not the finish's.
      const examined = async () => (await studio.jobs.list(take.id)).find(({ kind }) => kind === 'health')?.state;
      await expect.poll(examined, { timeout: 60_000 }).toBe('done');
      await expect.poll(() => workingOn(folder), { timeout: 60_000 }).toEqual([]);
      // A square needs a new picture, in pieces where there are cores for them.
      await call<Edit>(core, 'edits/save', { id: edit.id, version: edit.version, list: { ...edit.list, aspect: '1:1' } });
      for (const moment of [0, 0.01, 0.05, 0.3, 0.7]) {
        const { job } = await call<{ job: Job }>(core, 'edits/finish', { id: edit.id });
        for await (const { progress, state } of studio.jobs.watch(job.id)) if (progress >= moment && state === 'running') break;
        expect((await call<Job>(core, 'jobs/cancel', { id: job.id })).state).toBe('cancelled');
        expect([moment, await workingOn(folder), await left(join(studio.paths.cache, 'finishing'))]).toEqual([moment, [], []]);
      }
      const { job } = await call<{ job: Job }>(core, 'edits/finish', { id: edit.id });
      expect(await studio.jobs.finished(job.id)).toMatchObject({ state: 'done', fault: null });
      expect(await left(join(studio.paths.cache, 'finishing'))).toEqual([]);
    } finally {
      await core.close();
    }
  });
});
