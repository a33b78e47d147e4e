import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Core, createCore } from '../../../../src/main/core.ts';
import { probe } from '../../../../src/main/media/probe.ts';
import type { Edit } from '../../../../src/shared/contract/edits.ts';
import { readFault } from '../../../../src/shared/contract/faults.ts';
import type { Job } from '../../../../src/shared/contract/jobs.ts';
import { sentence } from '../../../../src/shared/contract/sentences.ts';
import { cutOut } from '../../../../src/shared/model/edit/clips.ts';
import type { Take, TakePictures } from '../../../../src/shared/model/take.ts';
import { ffmpeg, onsets, pixel, run, samples } from '../../main/media/material.ts';
import { call } from '../../support/call.ts';
import { testHost } from '../../support/host.ts';
import { colours, makeBase } from './makers.ts';
import { type OddSource, oddSources } from './sources.ts';

let folder = '';
let core: Core;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow odd % '));
  await makeBase(folder);
  core = await createCore(testHost(join(folder, 'workspace')));
});

afterAll(async () => {
  await core.close();
  await rm(folder, { recursive: true, force: true });
});

async function imported({ name, make }: OddSource): Promise<{ status: number; body: { take: Take; job: Job } }> {
  const file = join(folder, name);
  await make(folder, file);
  const request = new Request(`http://studio/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: (await readFile(file)) as BodyInit,
  });
  const response = await core.fetch(request);
  return { status: response.status, body: await response.json() };
}

/** The finished video of a take, with a stretch in its middle cut out. */
async function finished(take: Take): Promise<{ video: string; duration: number; size: [number, number] }> {
  const edit = await call<Edit>(core, 'edits/open', { take: take.id });
  const list = take.duration > 2 ? cutOut(edit.list, take.id, 1.25, 1.75) : edit.list;
  const { id } = await call<Edit>(core, 'edits/save', { id: edit.id, version: edit.version, list });
  const { job } = await call<{ job: Job }>(core, 'edits/finish', { id });
  expect(await core.studio.jobs.finished(job.id)).toMatchObject({ state: 'done', fault: null });
  const { rendition } = await call<Edit>(core, 'edits/get', { id });
  return {
    video: core.studio.media.path(rendition?.video ?? ''),
    duration: rendition?.duration ?? 0,
    size: [rendition?.width ?? 0, rendition?.height ?? 0],
  };
}

/** What colour a corner of the finished picture has, by the nearest. */
async function cornersOf(video: string, [width, height]: [number, number]): Promise<string[]> {
  const places = [0.12, 0.88].flatMap((y) => [0.12, 0.88].map((x) => [Math.floor(x * width), Math.floor(y * height)] as const));
  const seen = await Promise.all(places.map(([x, y]) => pixel(video, 0.5, x, y)));
  const distance = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0);
  return seen.map(
    (rgb) => Object.entries(colours).toSorted(([, one], [, other]) => distance(one, rgb) - distance(other, rgb))[0]?.[0] ?? '',
  );
}

/** How far each beep is from its flash. */
async function asynchrony(video: string, [width, height]: [number, number]): Promise<number[]> {
  const frames = await middles(video, width, height);
  const wave = await samples(video);
  const flash = onsets(frames.length, 30, (index) => (frames[index] ?? 0) > 150);
  const beep = onsets(wave.length, 48_000, (index) => Math.abs(wave[index] ?? 0) > 0.05);
  // Of a stream that begins later, what came before is missing.
  const [fewer, more] = beep.length < flash.length ? [beep, flash] : [flash, beep];
  return fewer.map((time) => Math.min(...more.map((other) => Math.abs(other - time))));
}

async function middles(video: string, width: number, height: number): Promise<number[]> {
  const bytes = await run([
    '-i',
    video,
    '-map',
    '0:v:0',
    '-vf',
    `crop=2:2:${Math.floor(width / 2) - 1}:${Math.floor(height / 2) - 1},scale=1:1,format=gray`,
    '-f',
    'rawvideo',
    '-',
  ]);
  return [...bytes];
}

async function taken(source: OddSource): Promise<void> {
  const { duration = 3, size = [320, 180], corners = ['red', 'green', 'blue', 'white'], inStep = true, within = 0.05 } = source;
  const { status, body } = await imported(source);
  expect([status, body]).toEqual([200, expect.anything()]);
  expect(await core.studio.jobs.finished(body.job.id)).toMatchObject({ state: 'done', fault: null });
  const take = await call<Take>(core, 'takes/get', { id: body.take.id });
  expect(take.state).toBe('ready');
  expect(take.duration).toBeGreaterThan(duration - 0.35);
  expect(take.duration).toBeLessThan(duration + 0.35);
  expect((await call<TakePictures>(core, 'takes/pictures', { id: take.id })).sprite).not.toBeNull();
  const result = await finished(take);
  expect(Math.abs(result.duration - (take.duration - (take.duration > 2 ? 0.5 : 0)))).toBeLessThan(0.1);
  expect(result.size).toEqual(size);
  const found = await probe(ffmpeg, result.video);
  expect(found.video[0]).toMatchObject({ codec: 'h264', pixelFormat: 'yuv420p' });
  expect(Math.abs((found.video[0]?.frameRate ?? 0) - 30)).toBeLessThan(0.5);
  expect(Math.abs(found.duration - result.duration)).toBeLessThan(0.1);
  if (corners) expect(await cornersOf(result.video, size)).toEqual(corners);
  if (!inStep) return;
  const late = await asynchrony(result.video, size);
  expect(late.length).toBeGreaterThanOrEqual(Math.min(1, Math.floor(duration)));
  for (const seconds of late) expect(seconds).toBeLessThan(within);
}

async function refused(source: OddSource): Promise<void> {
  const { status, body } = await imported(source);
  const fault = readFault(body);
  expect([status >= 400, fault?.code]).toEqual([true, source.refused]);
  expect(fault && sentence(fault)).toContain(source.name);
  expect(await readdir(join(folder, 'workspace', 'takes')).catch(() => [])).not.toContain(expect.stringContaining(source.name));
}

for (const [kind, sources] of Object.entries(oddSources)) {
  test.each(sources.map((source) => [source.name, source] as const))(`${kind}: %s`, (_, source) =>
    source.refused ? refused(source) : taken(source),
  );
}
