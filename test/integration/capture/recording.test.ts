import { copyFile, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Core, createCore } from '../../../src/main/core.ts';
import { run } from '../main/media/material.ts';
import { testHost } from '../support/host.ts';

let folder: string;
let core: Core;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-capture-'));
  core = await createCore(testHost(folder));
});
afterEach(async () => {
  await core.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask<T>(path: string, body: unknown): Promise<T> {
  const response = await core.fetch(
    new Request(`http://studio/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ json: body }),
    }),
  );
  return ((await response.json()) as { json: T }).json;
}

const call = <T = { id: string; state: string; marks: number[]; title: string }>(path: string, body: unknown = {}): Promise<T> =>
  ask<T>(`takes/${path}`, body);

/** What the take's report says is missing. */
async function missingIn(id: string): Promise<string[]> {
  await core.studio.jobs.finished((await ask<{ id: string }>('health/measure', { take: id })).id);
  const { findings } = await ask<{ findings: { kind: string; track: string }[] }>('health/get', { take: id });
  return findings.filter(({ kind }) => kind === 'missing').map(({ track }) => track);
}

const begin = () =>
  call('begin', {
    tracks: [
      { kind: 'screen', mimeType: 'video/mp4', offset: 0 },
      { kind: 'microphone', mimeType: 'audio/webm;codecs=opus', offset: 0.01 },
    ],
  });
const put = (path: string, body: BodyInit) => core.fetch(new Request(`http://studio/takes/${path}`, { method: 'PUT', body }));
const segment = (id: string, name: string) => readFile(join(folder, 'takes', id, 'segments', name), 'utf8');

/** A take that was stopped and made ready, of which only the screen came to the disk. */
async function recordedScreen(): Promise<string> {
  const picture = join(folder, 'picture.mp4');
  await run(['-f', 'lavfi', '-i', 'testsrc2=s=160x120:d=2', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', picture]);
  const { id } = await begin();
  await put(`${id}/screen/0`, await readFile(picture));
  const { job } = await call<{ job: { id: string } }>('stop', { id });
  await core.studio.jobs.finished(job.id);
  return id;
}

test('pieces of a track come to the disk in order, each once', async () => {
  const { id, state } = await begin();
  expect(state).toBe('recording');
  expect((await put(`${id}/screen/0`, 'one ')).status).toBe(204);
  expect((await put(`${id}/screen/1`, 'two ')).status).toBe(204);
  expect((await put(`${id}/screen/1`, 'two ')).status).toBe(204);
  const late = await put(`${id}/screen/3`, 'four ');
  expect(late.status).toBe(409);
  expect(await late.json()).toEqual({ code: 'SEGMENT_OUT_OF_ORDER', data: { expected: 2 } });
  expect(await segment(id, 'screen-1.mp4')).toBe('one two ');
  expect(await segment(id, 'microphone-1.webm')).toBe('');
});

test('pieces that arrive at once are written in their order', async () => {
  const { id } = await begin();
  const answers = await Promise.all(['a', 'b', 'c'].map((text, sequence) => put(`${id}/screen/${sequence}`, text)));
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  expect(await segment(id, 'screen-1.mp4')).toBe('abc');
});

test('a piece for a track, a take or a number that is not there is refused', async () => {
  const { id } = await begin();
  expect((await put(`${id}/camera/0`, 'x')).status).toBe(404);
  expect((await put(`${id}/screen/minus`, 'x')).status).toBe(404);
  expect((await put(`${crypto.randomUUID()}/screen/0`, 'x')).status).toBe(409);
});

test('a piece larger than a recording can make is refused and nothing of it is kept', async () => {
  const { id } = await begin();
  const response = await put(`${id}/screen/0`, new Uint8Array(33e6));
  expect(response.status).toBe(413);
  expect(await segment(id, 'screen-1.mp4')).toBe('');
  expect((await put(`${id}/screen/0`, 'x')).status).toBe(204);
});

test('marks and pauses stand in the journal, and stopping hands the take on to be prepared', async () => {
  const { id } = await begin();
  await put(`${id}/screen/0`, 'x');
  expect((await call('mark', { id, at: 2.5 })).marks).toEqual([2.5]);
  await call('pause', { id, at: 3 });
  expect(await call<{ freeBytes: number }>('pulse', { id })).toMatchObject({ freeBytes: expect.any(Number) });
  await call('resume', { id, at: 3 });
  const stopped = await call<{ take: { state: string }; job: { kind: string; subject: string } }>('stop', { id });
  expect(stopped.take.state).toBe('preparing');
  expect(stopped.job).toMatchObject({ kind: 'prepare', subject: id });
  const lines = (await readFile(join(folder, 'takes', id, 'journal.jsonl'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual(['begin', 'mark', 'pause', 'resume', 'stop']);
  expect((await put(`${id}/screen/1`, 'x')).status).toBe(409);
  expect(await call('stop', { id })).toMatchObject({ code: 'TAKE_NOT_RECORDING' });
});

test('a program that goes away in mid-take finds it interrupted at its next start', async () => {
  const { id } = await begin();
  await put(`${id}/screen/0`, 'x');
  await core.close();
  core = await createCore(testHost(folder));
  expect(await call('get', { id })).toMatchObject({ state: 'interrupted' });
  const salvaged = await call<{ take: { state: string }; job: { kind: string } }>('salvage', { id });
  expect(salvaged).toMatchObject({ take: { state: 'preparing' }, job: { kind: 'prepare' } });
});

test('a take whose preparing is cancelled waits for another try, and one whose job was lost is prepared at the next start', async () => {
  const { id } = await begin();
  await put(`${id}/screen/0`, 'x');
  const { job } = await call<{ job: { id: string } }>('stop', { id });
  await core.studio.jobs.cancel(job.id);
  const { state } = await call('get', { id });
  expect(['interrupted', 'broken']).toContain(state);

  await core.studio.database.updateTable('takes').set({ state: 'preparing' }).where('id', '=', id).execute();
  await core.close();
  core = await createCore(testHost(folder));
  const [again] = await core.studio.jobs.list(id);
  expect(again?.id).not.toBe(job.id);
  await core.studio.jobs.finished(again?.id ?? '');
  expect(await call('get', { id })).toMatchObject({ state: 'broken' });
});

test('a track that cannot be read is named and kept, and is tried again', async () => {
  const sound = join(folder, 'sound.webm');
  const picture = join(folder, 'picture.mp4');
  await run(['-f', 'lavfi', '-i', 'sine=d=2', '-c:a', 'libopus', sound]);
  await run(['-f', 'lavfi', '-i', 'testsrc2=s=160x120:d=2', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', picture]);
  const { id } = await begin();
  await put(`${id}/screen/0`, 'not a picture at all');
  await put(`${id}/microphone/0`, await readFile(sound));
  const { job } = await call<{ job: { id: string } }>('stop', { id });
  await core.studio.jobs.finished(job.id);
  expect(await call('get', { id })).toMatchObject({ state: 'ready', lost: ['screen'] });
  expect(await segment(id, 'screen-1.mp4')).toBe('not a picture at all');
  expect(await missingIn(id)).toEqual(['screen']);

  const again = await call<{ job: { id: string } }>('salvage', { id });
  await core.studio.jobs.finished(again.job.id);
  expect(await call('get', { id })).toMatchObject({ state: 'ready', lost: ['screen'] });

  await copyFile(picture, join(folder, 'takes', id, 'segments', 'screen-1.mp4'));
  const whole = await call<{ job: { id: string } }>('salvage', { id });
  // The old report holds no longer.
  expect(await ask('health/get', { take: id })).toBeNull();
  await core.studio.jobs.finished(whole.job.id);
  const take = await call<{ tracks: { kind: string; file: string }[] }>('get', { id });
  expect(take).toMatchObject({ state: 'ready', lost: [] });
  expect(take.tracks.map(({ kind, file }) => `${kind} ${file}`)).toEqual(['microphone microphone.webm', 'screen screen.mp4']);
  expect(await call('salvage', { id })).toMatchObject({ code: 'CONFLICT' });
  expect(await missingIn(id)).toEqual([]);
});

test('a track of which nothing came to the disk is named, and not passed over', async () => {
  const id = await recordedScreen();
  expect(await call('get', { id })).toMatchObject({ state: 'ready', tracks: [{ kind: 'screen' }], lost: ['microphone'] });
  expect(await missingIn(id)).toEqual(['microphone']);
});

test('a take whose row was lost with the power is ready again from the files that were made of it', async () => {
  const id = await recordedScreen();
  const ready = await call('get', { id });
  expect(ready).toMatchObject({ state: 'ready', tracks: [{ kind: 'screen', file: 'screen.mp4' }] });
  await expect(stat(join(folder, 'takes', id, 'segments'))).rejects.toMatchObject({ code: 'ENOENT' });

  // What the disk had of the database: the row as it was before, or none.
  const { database } = core.studio;
  await database.updateTable('takes').set({ state: 'preparing', tracks: '[]', duration: 0 }).where('id', '=', id).execute();
  await core.close();
  core = await createCore(testHost(folder));
  const [again] = await core.studio.jobs.list(id);
  await core.studio.jobs.finished(again?.id ?? '');
  expect(await call('get', { id })).toEqual(ready);

  await core.close();
  for (const file of ['showhow.db', 'showhow.db-wal', 'showhow.db-shm']) await rm(join(folder, file), { force: true });
  core = await createCore(testHost(folder));
  expect(await call('get', { id })).toMatchObject({ state: 'interrupted' });
  const salvaged = await call<{ job: { id: string } }>('salvage', { id });
  await core.studio.jobs.finished(salvaged.job.id);
  expect(await call('get', { id })).toMatchObject({ state: 'ready', tracks: [{ kind: 'screen', file: 'screen.mp4' }] });
});

test('a video whose import was cut off before it had a row is found and made ready', async () => {
  await core.close();
  const id = crypto.randomUUID();
  await mkdir(join(folder, 'takes', id), { recursive: true });
  await run([
    '-f',
    'lavfi',
    '-i',
    'testsrc2=s=160x120:d=2',
    '-c:v',
    'libx264',
    '-pix_fmt',
    'yuv420p',
    join(folder, 'takes', id, 'source.mp4'),
  ]);
  core = await createCore(testHost(folder));
  const [job] = await core.studio.jobs.list(id);
  await core.studio.jobs.finished(job?.id ?? '');
  expect(await call('get', { id })).toMatchObject({ state: 'ready', origin: 'imported', title: 'A video that was found on disk' });
});

test('a take of which nothing came to the disk is not offered', async () => {
  const { id } = await begin();
  await core.close();
  core = await createCore(testHost(folder));
  expect(await call<{ id: string }[]>('list')).toEqual([]);
  expect((await stat(join(folder, 'bin', 'takes', id))).isDirectory()).toBe(true);
});

test('a recording without a row in the database is found by its folder, with the marks of its journal', async () => {
  const { id } = await begin();
  await put(`${id}/screen/0`, 'x');
  await call('mark', { id, at: 1 });
  await core.close();
  for (const file of ['showhow.db', 'showhow.db-wal', 'showhow.db-shm']) await rm(join(folder, file), { force: true });
  core = await createCore(testHost(folder));
  expect(await call('get', { id })).toMatchObject({ state: 'interrupted', marks: [1] });
});

test('a folder with segments but no journal is still found', async () => {
  const id = crypto.randomUUID();
  await core.close();
  await mkdir(join(folder, 'takes', id, 'segments'), { recursive: true });
  await writeFile(join(folder, 'takes', id, 'segments', 'screen-1.mp4'), 'x');
  core = await createCore(testHost(folder));
  expect(await call('get', { id })).toMatchObject({ state: 'interrupted' });
});

test('a discarded take lies in the bin and comes back from it', async () => {
  const { id } = await begin();
  await put(`${id}/screen/0`, 'x');
  expect(await call('discard', { id })).toMatchObject({ code: 'CONFLICT' });
  await core.close();
  core = await createCore(testHost(folder));
  await call('discard', { id });
  expect(await call<unknown[]>('list')).toEqual([]);
  expect(await readFile(join(folder, 'bin', 'takes', id, 'segments', 'screen-1.mp4'), 'utf8')).toBe('x');
  await call('restore', { id });
  expect(await call<{ id: string }[]>('list')).toMatchObject([{ id }]);
  expect(await segment(id, 'screen-1.mp4')).toBe('x');
});

test('a take that was on its way to the bin when the program was killed is still here', async () => {
  const { id } = await begin();
  await put(`${id}/screen/0`, 'x');
  await core.close();
  await mkdir(join(folder, 'bin', 'takes'), { recursive: true });
  await rename(join(folder, 'takes', id), join(folder, 'bin', 'takes', id));
  core = await createCore(testHost(folder));
  expect(await call<{ id: string }[]>('list')).toMatchObject([{ id }]);
  expect(await segment(id, 'screen-1.mp4')).toBe('x');
});

test('files of a take are played in ranges, and nothing outside it is', async () => {
  const { id } = await begin();
  await writeFile(join(folder, 'takes', id, 'screen.mp4'), '0123456789');
  const get = (path: string, headers: HeadersInit = {}) => core.fetch(new Request(`http://studio/takes/${path}`, { headers }));
  const part = await get(`${id}/screen.mp4`, { Range: 'bytes=2-4' });
  expect(part.status).toBe(206);
  expect(await part.text()).toBe('234');
  expect((await get(`${id}/journal.jsonl`)).status).toBe(404);
  expect((await get(`${id}/..%2f..%2fshowhow.db`)).status).toBe(404);
});
