import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrations } from '../../../src/main/database/migrations.ts';
import type { Tables } from '../../../src/main/database/tables.ts';
import { createJobs, type JobRun } from '../../../src/main/jobs/jobs.ts';
import { createLog } from '../../../src/node/log.ts';
import { openDatabase } from '../../../src/node/sqlite.ts';
import { Fault } from '../../../src/shared/contract/faults.ts';

let folder: string;
let database: Kysely<Tables>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  database = (await openDatabase<Tables>(join(folder, 'jobs.db'), migrations)).kysely;
});
afterEach(async () => {
  await database.destroy();
  await rm(folder, { recursive: true, force: true });
});

const queue = () => createJobs(database, createLog(join(folder, 'log')));
const untilAborted = ({ signal }: JobRun) =>
  new Promise<void>((_, failed) => signal.addEventListener('abort', () => failed(signal.reason)));

test('a job runs, tells its progress and is done', async () => {
  const jobs = queue();
  jobs.register('finish', { resumable: true, run: async (_input, { progress }) => [0.25, 0.5, 1].forEach(progress) });
  const { id } = await jobs.start('finish', 'subject', {});
  expect(await jobs.finished(id)).toMatchObject({ state: 'done', progress: 1 });
});

test('a fault keeps its code and facts', async () => {
  const jobs = queue();
  jobs.register('finish', { resumable: true, run: async () => Promise.reject(new Fault('MEDIA_EMPTY', { name: 'a.mp4' })) });
  const { id } = await jobs.start('finish', 'subject', {});
  expect(await jobs.finished(id)).toMatchObject({ state: 'failed', fault: { code: 'MEDIA_EMPTY', data: { name: 'a.mp4' } } });
});

test('an unexpected error becomes a reference and not its message', async () => {
  const jobs = queue();
  jobs.register('finish', { resumable: true, run: async () => Promise.reject(new Error('the secret path')) });
  const job = await jobs.finished((await jobs.start('finish', 'subject', {})).id);
  expect(job.fault?.code).toBe('UNEXPECTED');
  expect(JSON.stringify(job)).not.toContain('secret');
});

test('a running and a waiting job can be cancelled', async () => {
  const jobs = queue();
  jobs.register('finish', { resumable: true, run: (_input, run) => untilAborted(run) });
  const running = await jobs.start('finish', 'a', {});
  const waiting = await jobs.start('finish', 'b', {});
  expect(await jobs.cancel(waiting.id)).toMatchObject({ state: 'cancelled' });
  expect(await jobs.cancel(running.id)).toMatchObject({ state: 'cancelled' });
});

test('a job that is cancelled just as its turn comes is either cancelled or done, and never both', async () => {
  for (let turns = 0; turns < 60; turns += 1) {
    const jobs = queue();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    let done = false;
    jobs.register('finish', {
      resumable: true,
      async run(input, { signal }) {
        if (input === 'first') return held;
        await setTimeout(2);
        signal.throwIfAborted();
        done = true;
      },
    });
    await jobs.start('finish', 'a', 'first');
    const { id } = await jobs.start('finish', 'b', 'second');
    release();
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    const { state } = await jobs.cancel(id);
    await setTimeout(4);
    expect([state, (await jobs.get(id)).state, done], `after ${turns} turns`).toEqual(
      done ? ['done', 'done', true] : ['cancelled', 'cancelled', false],
    );
    await jobs.close();
  }
});

test('after the program went away a resumable job goes on and another says why not', async () => {
  const first = queue();
  first.register('finish', { resumable: true, run: (_input, run) => untilAborted(run) });
  first.register('upload', { resumable: false, run: (_input, run) => untilAborted(run) });
  const goesOn = await first.start('finish', 'a', {});
  const doesNot = await first.start('upload', 'b', {});
  for (const { id } of [goesOn, doesNot]) for await (const { state } of first.watch(id)) if (state === 'running') break;
  await first.close();

  const second = queue();
  second.register('finish', { resumable: true, run: async () => undefined });
  second.register('upload', { resumable: false, run: async () => undefined });
  await second.recover();
  expect(await second.finished(goesOn.id)).toMatchObject({ state: 'done' });
  expect(await second.finished(doesNot.id)).toMatchObject({ state: 'failed', fault: { code: 'JOB_INTERRUPTED' } });
});

test('progress that cannot be written ends neither the job nor the program', async () => {
  const jobs = queue();
  await sql`CREATE TRIGGER no_room BEFORE UPDATE OF progress ON jobs WHEN NEW.progress = 0.5 BEGIN SELECT RAISE(FAIL, 'full'); END`.execute(
    database,
  );
  jobs.register('finish', {
    resumable: true,
    run: async (_input, { progress }) => {
      progress(0.5);
      await setTimeout(50);
    },
  });
  const { id } = await jobs.start('finish', 'subject', {});
  expect(await jobs.finished(id)).toMatchObject({ state: 'done', progress: 1 });
});

test('whoever waits for a job hears that it failed, or was cancelled before it ran', async () => {
  const jobs = queue();
  const heard: unknown[] = [];
  const gaveUp = async (input: unknown) => void heard.push(input);
  jobs.register('finish', { resumable: true, run: (_input, run) => untilAborted(run), gaveUp });
  jobs.register('upload', { resumable: true, run: async () => Promise.reject(new Fault('MEDIA_EMPTY', { name: 'a.mp4' })), gaveUp });
  const running = await jobs.start('finish', 'a', 'running');
  const waiting = await jobs.start('finish', 'b', 'waiting');
  await jobs.cancel(waiting.id);
  await jobs.cancel(running.id);
  await jobs.finished((await jobs.start('upload', 'c', 'failed')).id);
  expect(heard).toEqual(['waiting', 'running', 'failed']);
});

test('a job whose end cannot be written has ended all the same, keeps no other waiting, and is written as soon as it can be', async () => {
  const jobs = queue();
  const gaveUp: unknown[] = [];
  jobs.register('finish', {
    resumable: true,
    run: async (input) => {
      if (input === 'bad') throw new Fault('MEDIA_EMPTY', { name: 'a.mp4' });
    },
    gaveUp: async (input) => void gaveUp.push(input),
  });
  await sql`CREATE TRIGGER no_room BEFORE UPDATE OF state ON jobs WHEN NEW.state IN ('done', 'failed') BEGIN SELECT RAISE(FAIL, 'full'); END`.execute(
    database,
  );
  const good = await jobs.start('finish', 'a', 'good');
  const bad = await jobs.start('finish', 'b', 'bad');
  await expect.poll(() => jobs.get(good.id)).toMatchObject({ state: 'done', progress: 1 });
  await expect.poll(() => jobs.get(bad.id)).toMatchObject({ state: 'failed', fault: { code: 'MEDIA_EMPTY' } });
  expect(await jobs.finished(good.id)).toMatchObject({ state: 'done' });
  expect([await jobs.list(), await jobs.list('a')]).toMatchObject([[], [{ state: 'done' }]]);
  expect(gaveUp).toEqual(['bad']);

  await sql`DROP TRIGGER no_room`.execute(database);
  const written = () => database.selectFrom('jobs').select(['subject', 'state']).orderBy('subject').execute();
  await expect.poll(written, { timeout: 20_000 }).toEqual([
    { subject: 'a', state: 'done' },
    { subject: 'b', state: 'failed' },
  ]);
});
