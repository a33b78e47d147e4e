import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { probe } from '../../../../src/main/media/probe.ts';
import type { Job } from '../../../../src/shared/contract/jobs.ts';
import { slowSizes } from '../../../../src/shared/model/video-sizes.ts';
import { bytesOf, give } from '../../support/showhow-files.ts';
import { openStudio, type TestStudio } from '../../support/studio.ts';
import { beeps, ffmpeg, flashes, run, sound, withFolder } from './material.ts';

/** Three seconds with sound, as another program would have written them. */
async function video(folder: string, size: string): Promise<Buffer> {
  const file = (name: string) => join(folder, name);
  await Promise.all([flashes(file('picture.mp4'), 3, size), sound(file('sound.wav'), 3, beeps(), ['-c:a', 'pcm_s16le'])]);
  await run(['-i', file('picture.mp4'), '-i', file('sound.wav'), '-c:v', 'copy', '-c:a', 'aac', file('whole.mp4')]);
  return readFile(file('whole.mp4'));
}

async function cutOf({ core, client }: TestStudio, bytes: Buffer) {
  const response = await core.fetch(new Request('http://studio/imports?name=till.mp4', { method: 'POST', body: new Uint8Array(bytes) }));
  const { take, job } = (await response.json()) as { take: { id: string }; job: Job };
  await core.studio.jobs.finished(job.id);
  return client.edits.open({ take: take.id });
}

async function finished({ core, client }: TestStudio, id: string) {
  const { job, rendition } = await client.edits.finish({ id });
  if (job) expect(await core.studio.jobs.finished(job.id)).toMatchObject({ state: 'done', fault: null });
  return { ran: job !== null, rendition: rendition ?? (await client.edits.get({ id })).rendition };
}

const within = (work: (studio: TestStudio, folder: string) => Promise<void>) =>
  withFolder(async (folder) => {
    const studio = await openStudio(join(folder, 'mara'));
    try {
      await work(studio, folder);
    } finally {
      await studio.core.close();
    }
  });

test('a finished video gets smaller sizes without becoming another one, once, and they travel with its module', async () => {
  await within(async (mara, folder) => {
    const { core, client } = mara;
    const edit = await cutOf(mara, await video(folder, '1920x1080'));
    const alone = await finished(mara, edit.id);
    expect(alone.rendition?.smaller).toEqual([]);

    const wanted = await client.edits.save({ id: edit.id, version: edit.version, list: { ...edit.list, sizes: [...slowSizes] } });
    expect(wanted.rendition).toBeNull();
    const estimate = await client.edits.estimate({ id: edit.id });
    expect(estimate).toMatchObject({ method: 'smaller', bytes: alone.rendition?.bytes });
    expect(estimate.smallerBytes).toBeGreaterThan(0);
    const { rendition } = await finished(mara, edit.id);
    expect(rendition).toMatchObject({ video: alone.rendition?.video, poster: alone.rendition?.poster, method: alone.rendition?.method });
    expect(rendition?.smaller.map(({ width, height }) => [width, height])).toEqual([
      [1280, 720],
      [854, 480],
    ]);
    for (const { media, width, height, bytes } of rendition?.smaller ?? []) {
      const path = core.studio.media.path(media);
      expect((await stat(path)).size).toBe(bytes);
      const found = await probe(ffmpeg, path);
      // Browsers read a file that says nothing by its height, and the video is of another one.
      expect(found.video[0]).toMatchObject({ width, height, codec: 'h264', matrix: 'bt709' });
      expect(found.video[0]?.duration).toBeCloseTo(3, 1);
      expect(found.audio[0]?.duration).toBeCloseTo(3, 0);
    }
    expect(await finished(mara, edit.id)).toEqual({ ran: false, rendition });
    expect(await client.edits.estimate({ id: edit.id })).toMatchObject({ method: 'finished', seconds: 0 });
    expect(await client.edits.newer({ video: rendition?.video ?? '' })).toBeNull();
    expect(await client.edits.sizes({ video: 'f'.repeat(64) })).toBeNull();

    // In a module of it: a file of the module carries them, and nothing takes them for videos of their own.
    const draft = await client.modules.create({ edit: edit.id });
    const [block] = draft.content.body.content.filter(({ type }) => type === 'video');
    if (block?.type !== 'video') throw new Error('The module shows no video');
    const { sizes = [] } = block.attrs;
    expect(sizes.map(({ media }) => media)).toEqual(rendition?.smaller.map(({ media }) => media));
    expect((await client.publishing.check({ moduleId: draft.id })).videos).toHaveLength(1);
    const file = await bytesOf(mara, `/exports/${draft.id}/showhow`);
    const tom = await openStudio(join(folder, 'tom'));
    try {
      await give(tom, file, 'till.showhow');
      expect((await tom.client.modules.get({ id: draft.id })).content.body).toEqual(draft.content.body);
      for (const { media } of sizes) expect(tom.core.studio.media.has(media)).toBe(true);
    } finally {
      await tom.core.close();
    }

    // Taken back, the video is the one that it was, and at once.
    expect(await client.edits.sizes({ video: block.attrs.media })).toEqual(sizes);
    await client.edits.save({ id: edit.id, version: wanted.version, list: edit.list });
    expect(await finished(mara, edit.id)).toEqual({ ran: false, rendition: alone.rendition });
    expect(await client.edits.sizes({ video: block.attrs.media })).toEqual([]);
  });
});

test('video and sizes are made by one press, and of a picture that is no larger than they nothing is made twice', async () => {
  await within(async (mara, folder) => {
    const edit = await cutOf(mara, await video(folder, '960x540'));
    await mara.client.edits.save({ id: edit.id, version: edit.version, list: { ...edit.list, sizes: [...slowSizes] } });
    expect(await mara.client.edits.estimate({ id: edit.id })).toMatchObject({ method: 'copied' });
    const { rendition } = await finished(mara, edit.id);
    expect(rendition).toMatchObject({ method: 'copied', width: 960, smaller: [{ width: 854, height: 480 }] });

    const small = await cutOf(mara, await video(folder, '640x360'));
    const alone = await finished(mara, small.id);
    await mara.client.edits.save({ id: small.id, version: small.version, list: { ...small.list, sizes: [...slowSizes] } });
    expect(await finished(mara, small.id)).toEqual({ ran: false, rendition: alone.rendition });
  });
});
