import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { updateTake } from '../../../src/main/capture/take-rows.ts';
import { draftLesson } from '../../../src/main/drafting/draft.ts';
import { createToolbox } from '../../../src/main/media/toolbox.ts';
import { createShelf } from '../../../src/main/modules/shelf.ts';
import { Fault } from '../../../src/shared/contract/faults.ts';
import { isOver } from '../../../src/shared/contract/jobs.ts';
import type { StepsBlock } from '../../../src/shared/model/blocks/steps.ts';
import { cutOut } from '../../../src/shared/model/edit/clips.ts';
import type { ModuleContent } from '../../../src/shared/model/module.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

const exec = promisify(execFile);

let folder: string;
let studio: TestStudio;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow draft '));
  studio = await openStudio(join(folder, 'work'));
});
afterEach(async () => {
  await studio.core.close();
  await rm(folder, { recursive: true, force: true });
});

/** Twelve seconds whose grey tells the second: eighteen levels brighter each. */
async function importTake(): Promise<string> {
  const file = join(folder, 'Close the till.mp4');
  const grey = "color=c=black:s=320x180:r=30,format=yuv420p,geq=lum='16+18*floor(T)':cb=128:cr=128";
  const sources = ['-f', 'lavfi', '-i', grey, '-f', 'lavfi', '-i', 'sine=frequency=300'];
  await exec('ffmpeg', [
    '-y',
    '-v',
    'error',
    ...sources,
    '-t',
    '12',
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-g',
    '30',
    '-c:a',
    'aac',
    file,
  ]);
  const body = await readFile(file);
  const response = await studio.core.fetch(new Request('http://studio/imports?name=Close%20the%20till.mp4', { method: 'POST', body }));
  const { take, job } = (await response.json()) as { take: { id: string }; job: { id: string } };
  await studio.core.studio.jobs.finished(job.id);
  return take.id;
}

async function finish(id: string): Promise<void> {
  const { job } = await studio.client.edits.finish({ id });
  if (job) for await (const { state } of await studio.client.jobs.watch({ id: job.id })) if (isOver(state)) expect(state).toBe('done');
}

const stepsOf = ({ body }: ModuleContent): StepsBlock['attrs'] => {
  const block = body.content.find(({ type }) => type === 'steps');
  if (block?.type !== 'steps') throw new Error('No steps were drafted');
  return block.attrs;
};

/** The grey of a still, of full range where a video's is not, as the second of the take whose picture it is. */
async function secondOf(hash: string): Promise<number> {
  const file = studio.core.studio.media.path(hash);
  const one = ['-vf', 'scale=1:1,format=rgb24', '-f', 'rawvideo', 'pipe:1'];
  const { stdout } = await exec('ffmpeg', ['-v', 'error', '-f', 'mjpeg', '-i', file, ...one], { encoding: 'buffer' });
  return ((stdout[1] ?? 0) * (219 / 255)) / 18;
}

test('a lesson is drafted around a finished cut: steps with their pictures and words, a checklist and questions', async () => {
  const { client } = studio;
  const take = await importTake();
  const cues = [
    { id: 'a', from: 0.5, to: 1.5, text: 'Every evening.' },
    { id: 'b', from: 2.5, to: 3.5, text: 'Turn the key.' },
    { id: 'c', from: 6, to: 7, text: 'Put exactly 200 euros aside.' },
    { id: 'd', from: 9.5, to: 11, text: 'Write it down.' },
  ];
  await client.captions.save({ take, version: 0, language: 'en', origin: { by: 'hand' }, cues });
  const edit = await client.edits.open({ take });
  const named = [
    [2, 'Open the till'],
    [5.5, 'Count'],
    [9, 'Write'],
  ] as const;
  const chapters = named.map(([at, title]) => ({ id: crypto.randomUUID(), source: take, at, title }));
  // From second 4 to 5 is cut out: everything after lies a second earlier in the video.
  await client.edits.save({ id: edit.id, version: edit.version, list: { ...cutOut(edit.list, take, 4, 5), chapters } });
  await expect(client.modules.draft({ edit: edit.id })).rejects.toMatchObject({ code: 'EDIT_UNFINISHED' });
  expect((await client.library.facets()).shelves.all).toBe(0);

  await finish(edit.id);
  const { id, content } = await client.modules.draft({ edit: edit.id });
  expect((await client.modules.get({ id })).content).toEqual(content);
  expect(content).toMatchObject({ title: 'Close the till', objective: '', language: 'en' });
  const [video] = content.body.content;
  if (video?.type !== 'video') throw new Error('The video comes first');
  expect(video.attrs).toMatchObject({ duration: expect.closeTo(11, 1), captions: { language: 'en' }, chapters: expect.any(String) });

  const { steps, hint } = stepsOf(content);
  expect(hint).toBeUndefined();
  expect(steps.map(({ heading, text }) => `${heading}: ${text}`)).toEqual([
    'Open the till: Turn the key.',
    'Count: Put exactly 200 euros aside.',
    'Write: Write it down.',
  ]);
  // Two seconds into each step, or its middle where it is shorter.
  const moments = steps.map(({ shows }) => (shows?.as === 'moment' ? shows : null));
  expect(moments.map((moment) => moment?.at)).toEqual([2 + 1.25, 4.5 + 1.75, 8 + 1.5]);
  expect(moments.map((moment) => moment?.video)).toEqual(Array(3).fill(video.attrs.id));
  const inTake = [3, 7, 10];
  for (const [index, moment] of moments.entries()) {
    expect(moment?.still).toMatchObject({ width: 320, height: 180 });
    expect(await secondOf(moment?.still.media ?? '')).toBeCloseTo(inTake[index] ?? 0, 0);
    const picture = await studio.core.fetch(new Request(`http://studio/media/${moment?.still.media}`));
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
  }
  const kinds = content.body.content.map((block) => (block.type === 'quiz' ? block.attrs.quiz.kind : block.type));
  expect(kinds).toEqual(['video', 'paragraph', 'heading', 'steps', 'heading', 'checklist', 'heading', 'order', 'fill']);
  // A template begun around the same cut keeps its place for the video.
  const around = await client.modules.create({ edit: edit.id, template: 'quick-tip' });
  expect(around.content).toMatchObject({ title: 'Close the till', language: 'en' });
  expect(around.content.body.content.findIndex(({ type }) => type === 'video')).toBe(3);
  expect(JSON.stringify(around.content)).not.toContain('Video:');
  // What only the author can know is asked of her; nothing of the draft itself keeps it from being handed in.
  const errors = (await client.lint.check({ moduleId: id })).filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  expect(errors.toSorted()).toEqual(['objective', 'profile-name']);
});

test('marks part a lesson whose steps nobody named; a take without any is one step; both say what is missing', async () => {
  const { client } = studio;
  const take = await importTake();
  const edit = await client.edits.open({ take });
  await finish(edit.id);
  const bare = stepsOf((await client.modules.draft({ edit: edit.id })).content);
  expect(bare.steps).toMatchObject([{ heading: '', text: '', shows: { at: 2 } }]);
  expect(bare.hint).toMatch(/No step was marked/);

  await updateTake(studio.core.studio.database, take, { marks: [4, 11.9] });
  const marked = stepsOf((await client.modules.draft({ edit: edit.id })).content);
  expect(marked.steps.map(({ heading, shows }) => [heading, shows?.as === 'moment' && shows.at])).toEqual([
    ['', 2],
    ['', 6],
    ['', expect.closeTo(11.8, 1)],
  ]);
  expect(marked.hint).toMatch(/no name yet/);
  expect(await secondOf((marked.steps[2]?.shows?.as === 'moment' && marked.steps[2].shows.still.media) || '')).toBeCloseTo(11, 0);

  // Drafting ends with the studio.
  const closed = { ...studio.core.studio, closing: AbortSignal.abort(new Fault('CANCELLED', {})) };
  const parts = { ffmpeg: createToolbox(closed), shelf: createShelf(closed) };
  await expect(draftLesson(closed, parts, await client.edits.get({ id: edit.id }))).rejects.toMatchObject({ code: 'CANCELLED' });
});

test('a draft that is given up, or in a studio that closes, takes no further picture and makes no module', async () => {
  const { client, core } = studio;
  const take = await importTake();
  const edit = await client.edits.open({ take });
  await finish(edit.id);
  // Seven steps, each with a picture of its own.
  const marks = Array.from({ length: 6 }, (_, index) => 1.6 * (index + 1));
  await updateTake(core.studio.database, take, { marks });
  const pictures = async () => (await core.studio.database.selectFrom('media').select('hash').execute()).length;
  const before = await pictures();
  const hasMoreThan = async (count: number, drafting: Promise<unknown>) => {
    // Its end is awaited below, and may come before.
    drafting.catch(() => undefined);
    await expect.poll(pictures, { interval: 5, timeout: 20_000 }).toBeGreaterThan(count);
  };

  const givingUp = new AbortController();
  const given = client.modules.draft({ edit: edit.id }, { signal: givingUp.signal });
  await hasMoreThan(before, given);
  givingUp.abort();
  await expect(given).rejects.toMatchObject({ code: 'CANCELLED' });
  const taken = await pictures();
  expect(taken).toBeLessThan(before + 7);
  expect((await client.library.facets()).shelves.all).toBe(0);

  const closed = client.modules.draft({ edit: edit.id });
  await hasMoreThan(taken, closed);
  await core.close();
  await expect(closed).rejects.toMatchObject({ code: 'CANCELLED' });
});
