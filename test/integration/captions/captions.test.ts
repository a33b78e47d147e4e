import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cue } from '../../../src/shared/model/captions/captions.ts';
import { cutOut } from '../../../src/shared/model/edit/clips.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

const exec = promisify(execFile);

let studio: TestStudio;
let take: string;
let folder: string;

const spoken: Cue[] = [
  { id: 'a', from: 0.5, to: 1.5, text: 'Open the till.' },
  { id: 'b', from: 2, to: 3, text: 'Count <b>twice</b> & write.' },
];
const said = (text: string) => text.split('\n').filter((line) => line !== '' && !/^\d|-->|^WEBVTT/.test(line));

/** A take of four seconds, ready to be cut. */
async function importTake(): Promise<string> {
  const file = join(folder, 'closing.mp4');
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=30', '-f', 'lavfi', '-i', 'sine=frequency=300'];
  await exec('ffmpeg', ['-y', '-v', 'error', ...picture, '-t', '4', '-pix_fmt', 'yuv420p', '-g', '30', '-c:a', 'aac', file]);
  const body = await readFile(file);
  const response = await studio.core.fetch(new Request('http://studio/imports?name=closing.mp4', { method: 'POST', body }));
  const { take: made, job } = (await response.json()) as { take: { id: string }; job: { id: string } };
  await studio.core.studio.jobs.finished(job.id);
  return made.id;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow captions '));
  studio = await openStudio(join(folder, 'work'));
  take = await importTake();
});
afterEach(async () => {
  await studio.core.close();
  await rm(folder, { recursive: true, force: true });
});

const save = (version: number, cues: Cue[]) => studio.client.captions.save({ take, version, language: 'en', origin: { by: 'hand' }, cues });
const file = (path: string) => studio.core.fetch(new Request(`http://studio/captions/${path}`));

test('captions are kept by version, and a window that did not see the last one is refused', async () => {
  expect(await studio.client.captions.get({ take })).toBeNull();
  const first = await save(0, spoken);
  expect(first).toMatchObject({ version: 1, cues: spoken });
  await expect(save(0, [])).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await save(1, spoken.slice(0, 1))).toMatchObject({ version: 2 });
  await expect(save(1, spoken)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await studio.client.captions.get({ take })).toMatchObject({ version: 2, cues: [spoken[0]] });
});

test('captions that no one could have written are refused', async () => {
  const cue = { id: 'a', from: 3, to: 1, text: 'backwards' };
  await expect(save(0, [cue])).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  const other = { take: crypto.randomUUID(), version: 0, language: 'en', origin: { by: 'hand' } as const, cues: [] };
  await expect(studio.client.captions.save(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('captions come out as files, in the time of the take and of the edit', async () => {
  await save(0, spoken);
  const whole = await file(`takes/${take}.vtt`);
  expect(whole.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
  expect(whole.headers.get('content-disposition')).toContain('closing.vtt');
  expect(await whole.text()).toContain('00:00:02.000 --> 00:00:03.000\nCount &lt;b&gt;twice&lt;/b&gt; &amp; write.');

  const edit = await studio.client.edits.open({ take });
  await studio.client.edits.save({ id: edit.id, version: edit.version, list: cutOut(edit.list, take, 0, 1.6) });
  const cut = await (await file(`edits/${edit.id}.srt`)).text();
  expect(cut).toContain('1\n00:00:00,400 --> 00:00:01,400\n');
  expect(said(cut)).toEqual(['Count <b>twice</b> & write.']);
  expect((await file('takes/../../x.vtt')).status).toBe(404);
  expect((await file('takes/none.vtt')).status).toBe(404);
});

test('a module is made with the captions and chapters of its video, and a corrected word is another file beside the same video', async () => {
  await save(0, spoken);
  const { id, version, list } = await studio.client.edits.open({ take });
  const chapters = [{ id: 'c', source: take, at: 2, title: 'Counting' }];
  await studio.client.edits.save({ id, version, list: { ...cutOut(list, take, 0, 1), chapters } });
  const { job } = await studio.client.edits.finish({ id });
  await studio.core.studio.jobs.finished(job?.id ?? '');
  const { content } = await studio.client.modules.create({ edit: id });
  const [video] = content.body.content;
  if (video?.type !== 'video') throw new Error('The module does not begin with its video');
  const { media, captions } = video.attrs;
  const shown = await studio.core.fetch(new Request(`http://studio/media/${captions?.media}`));
  expect(shown.headers.get('content-type')).toBe('text/vtt');
  expect(said(await shown.text())).toEqual(['till.', 'Count &lt;b&gt;twice&lt;/b&gt; &amp; write.']);
  expect(said(await (await studio.core.fetch(new Request(`http://studio/media/${video.attrs.chapters}`))).text())).toEqual(['Counting']);

  await save(1, [{ ...(spoken[0] as Cue), text: 'Open the drawer.' }]);
  const now = await studio.client.captions.ofVideo({ video: media });
  expect(now.captions?.media).not.toBe(captions?.media);
  expect((await studio.client.edits.get({ id })).rendition?.video).toBe(media);
  expect(await studio.client.captions.ofVideo({ video: 'f'.repeat(64) })).toEqual({ captions: null, chapters: null });
});
