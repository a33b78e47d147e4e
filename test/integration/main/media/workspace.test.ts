import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Core, createCore } from '../../../../src/main/core.ts';
import { readPackets } from '../../../../src/main/media/copy/packets.ts';
import { drawnFolder, posterFile, scrubFile } from '../../../../src/main/media/pictures.ts';
import type { Edit, NewerCut } from '../../../../src/shared/contract/edits.ts';
import type { Job } from '../../../../src/shared/contract/jobs.ts';
import { cutOut } from '../../../../src/shared/model/edit/clips.ts';
import type { Rendition } from '../../../../src/shared/model/rendition.ts';
import type { Take, TakePictures } from '../../../../src/shared/model/take.ts';
import { call } from '../../support/call.ts';
import { testHost } from '../../support/host.ts';
import { beeps, ffmpeg, flashes, pixel, plainColour, run, sound, withFolder } from './material.ts';

async function post(
  { fetch }: Core,
  name: string,
  bytes: Uint8Array,
): Promise<{ status: number; body: { take: Take; job: Job; code?: string } }> {
  const response = await fetch(
    new Request(`http://studio/imports?name=${encodeURIComponent(name)}`, { method: 'POST', body: bytes as BodyInit }),
  );
  return { status: response.status, body: await response.json() };
}

const withCore = (work: (core: Core, folder: string) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    const core = await createCore(testHost(join(folder, 'workspace')));
    try {
      await work(core, folder);
    } finally {
      await core.close();
    }
  });

/** A video with sound as another program would have written it. */
async function video(folder: string, seconds = 4, codec: string[] = ['-c:v', 'copy', '-c:a', 'aac'], name = 'a.mp4'): Promise<Uint8Array> {
  await Promise.all([
    flashes(join(folder, 'picture.mp4'), seconds),
    sound(join(folder, 'sound.wav'), seconds, beeps(), ['-c:a', 'pcm_s16le']),
  ]);
  await run(['-i', join(folder, 'picture.mp4'), '-i', join(folder, 'sound.wav'), ...codec, join(folder, name)]);
  return readFile(join(folder, name));
}

test('every tile of a sheet of thumbnails shows a picture, the last one too', async () => {
  await withCore(async (core, folder) => {
    const { body } = await post(core, 'grey.mp4', await video(folder));
    await core.studio.jobs.finished(body.job.id);
    const { sprite } = await call<TakePictures>(core, 'takes/pictures', { id: body.take.id });
    const sheet = join(folder, 'sheet.jpg');
    const shown = await core.fetch(new Request(`http://studio${sprite?.url}`));
    await writeFile(sheet, Buffer.from(await shown.arrayBuffer()));
    const { columns = 0, rows = 0, width = 0, height = 0 } = sprite ?? {};
    expect(columns * rows).toBe(4);
    for (let tile = 0; tile < columns; tile += 1) {
      const [red = 0] = await pixel(sheet, 0, (tile + 0.5) * width, rows * height - height / 2);
      expect(red, `tile ${tile}`).toBeGreaterThan(40);
    }
  });
});

test('a take is known by a picture from its first third, as sharp as a card shows it', async () => {
  await withCore(async (core, folder) => {
    const { body } = await post(core, 'grey.mp4', await video(folder));
    await core.studio.jobs.finished(body.job.id);
    const { poster } = await call<TakePictures>(core, 'takes/pictures', { id: body.take.id });
    const shown = await core.fetch(new Request(`http://studio${poster}`));
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const file = join(folder, 'poster.jpg');
    await writeFile(file, Buffer.from(await shown.arrayBuffer()));
    // Grey between two flashes, and 320 pixels wide as the video is.
    const [red = 0] = await pixel(file, 0, 319, 179);
    expect(red).toBeGreaterThan(40);
    expect(red).toBeLessThan(90);

    // A workspace of an older program has none, and keeps the small copies that the cutting room is showing.
    const drawn = join(drawnFolder(core.studio.paths, body.take.id), 'pictures.json');
    await writeFile(drawn, (await readFile(drawn, 'utf8')).replace('"drawing":4', '"drawing":3'));
    const copy = scrubFile(core.studio.paths, body.take.id, 'screen');
    await writeFile(copy, 'small');
    await rm(posterFile(core.studio.paths, body.take.id));
    expect((await call<TakePictures>(core, 'takes/pictures', { id: body.take.id })).poster).toBe(poster);
    expect((await stat(posterFile(core.studio.paths, body.take.id))).size).toBeGreaterThan(0);
    expect(await readFile(copy, 'utf8')).toBe('small');
  });
});

test('an imported video is cut, finished once, and found again when it is asked for again', async () => {
  await withCore(async (core, folder) => {
    const { status, body } = await post(core, '../../Wie <b>das</b> geht.mp4', await video(folder));
    expect(status).toBe(200);
    expect(await core.studio.jobs.finished(body.job.id)).toMatchObject({ state: 'done', fault: null });
    const take = await call<Take>(core, 'takes/get', { id: body.take.id });
    expect(take).toMatchObject({ title: 'b> geht', state: 'ready', origin: 'imported' });
    expect(take.tracks.map(({ kind, file }) => `${kind} ${file}`)).toEqual(['screen source.mp4', 'system source.mp4']);

    const pictures = await call<TakePictures>(core, 'takes/pictures', { id: take.id });
    expect(pictures.sound?.loudness?.integrated).toBeLessThan(0);
    const page = async (path: string) => core.fetch(new Request(`http://studio/pictures/${take.id}/${path}`));
    const sound = new Uint8Array(await (await page('sound/0/0')).arrayBuffer());
    expect(sound.length).toBeGreaterThan(190 * 4);
    expect(new Uint8Array(await (await page('sound/1/0')).arrayBuffer())[0]).toBe(Math.max(...sound.subarray(0, 4)));
    for (const level of [0, 3]) {
      const row = await page(`thumbnails/${level}/0`);
      expect([row.status, row.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    }
    expect((await page('thumbnails/0/99')).status).toBe(404);
    expect((await page('thumbnails/99/0')).status).toBe(404);
    const gone = AbortSignal.abort();
    expect((await core.fetch(new Request(`http://studio/pictures/${take.id}/thumbnails/1/0`, { signal: gone }))).status).toBe(499);
    const sheet = await core.fetch(new Request(`http://studio${pictures.sprite?.url}`));
    expect(sheet.headers.get('content-type')).toBe('image/jpeg');
    // The cache may be emptied at any time.
    await rm(core.studio.paths.cache, { recursive: true });
    expect(await call<TakePictures>(core, 'takes/pictures', { id: take.id })).toEqual(pictures);

    const opened = await call<Edit>(core, 'edits/open', { take: take.id });
    expect((await call<Edit>(core, 'edits/open', { take: take.id })).id).toBe(opened.id);
    const list = cutOut(opened.list, take.id, 1.5, 2.5);
    const saved = await call<Edit>(core, 'edits/save', { id: opened.id, version: opened.version, list });
    await expect(call(core, 'edits/save', { id: opened.id, version: opened.version, list })).rejects.toMatchObject({ code: 'CONFLICT' });

    const started = await call<{ job: Job | null; rendition: Rendition | null }>(core, 'edits/finish', { id: saved.id });
    const again = await call<{ job: Job | null }>(core, 'edits/finish', { id: saved.id });
    expect(again.job?.id).toBe(started.job?.id);
    expect(await core.studio.jobs.finished(started.job?.id ?? '')).toMatchObject({ state: 'done', fault: null });
    const second = await call<{ job: Job | null; rendition: Rendition | null }>(core, 'edits/finish', { id: saved.id });
    expect(second.job).toBeNull();
    expect(second.rendition?.duration).toBeCloseTo(
      list.clips.reduce((sum, { from, to }) => sum + to - from, 0),
      1,
    );
    expect((await stat(core.studio.media.path(second.rendition?.video ?? ''))).size).toBe(second.rendition?.bytes);
    expect(await call(core, 'edits/estimate', { id: saved.id })).toMatchObject({ method: 'finished', seconds: 0 });
    // Another name for the same clips is no other rendition; another cut is.
    expect((await call<Edit>(core, 'edits/rename', { id: saved.id, title: 'Neu' })).rendition?.key).toBe(second.rendition?.key);
    const other = await call<Edit>(core, 'edits/save', { id: saved.id, version: saved.version, list: cutOut(list, take.id, 0, 0.5) });
    expect(other.rendition).toBeNull();
    const newer = (video = '') => call<NewerCut | null>(core, 'edits/newer', { video });
    expect(await newer(second.rendition?.video)).toBeNull();
    const { job: anew } = await call<{ job: Job }>(core, 'edits/finish', { id: saved.id });
    await core.studio.jobs.finished(anew.id);
    const { rendition: shorter } = await call<Edit>(core, 'edits/get', { id: saved.id });
    expect(await newer(second.rendition?.video)).toEqual({ rendition: shorter, was: saved.list, is: other.list });
    expect(await newer(shorter?.video)).toBeNull();
    expect(await newer('f'.repeat(64))).toBeNull();
    const outside = { ...list, clips: [{ id: 'x', source: take.id, from: 3, to: 9 }] };
    await call<Edit>(core, 'edits/save', { id: saved.id, version: other.version, list: outside });
    await expect(call(core, 'edits/finish', { id: saved.id })).rejects.toMatchObject({ code: 'EDIT_OUTSIDE' });
  });
});

test('what cannot be read is refused with its reason, and nothing of it stays', async () => {
  await withCore(async (core, folder) => {
    const whole = await video(folder);
    const playlist = join(folder, 'list.mp4');
    await writeFile(playlist, `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n${join(folder, 'a.mp4')}\n#EXT-X-ENDLIST\n`);
    const cases: [string, Uint8Array, string][] = [
      ['empty.mp4', new Uint8Array(0), 'MEDIA_EMPTY'],
      ['text.mp4', new TextEncoder().encode('This is no video. '.repeat(500)), 'MEDIA_UNREADABLE'],
      ['no-index.mp4', whole.subarray(0, Math.floor(whole.length / 2)), 'MEDIA_TRUNCATED'],
      ['playlist.mp4', await readFile(playlist), 'MEDIA_UNREADABLE'],
      ['concat.mp4', new TextEncoder().encode(`ffconcat version 1.0\nfile '${join(folder, 'a.mp4')}'\n`), 'MEDIA_UNREADABLE'],
    ];
    for (const [name, bytes, code] of cases) expect([name, (await post(core, name, bytes)).body.code]).toEqual([name, code]);
    // A codec that no ffmpeg knows: the name of the sample's format replaced in the index.
    const unknown = Buffer.from(whole);
    unknown.write('zzzz', unknown.indexOf('avc1', unknown.indexOf('stsd')));
    expect((await post(core, 'unknown.mp4', unknown)).body.code).toBe('MEDIA_CODEC_UNKNOWN');
    expect(await call<Take[]>(core, 'takes/list')).toEqual([]);
  });
});

test('a video that no browser plays is made playable', async () => {
  await withCore(async (core, folder) => {
    const bytes = await video(folder, 2, ['-c:v', 'mpeg4', '-q:v', '3', '-c:a', 'pcm_s16le'], 'old.avi');
    const { body } = await post(core, 'old.avi', bytes);
    await core.studio.jobs.finished(body.job.id);
    const take = await call<Take>(core, 'takes/get', { id: body.take.id });
    expect(take.tracks[0]).toMatchObject({ file: 'playable.mp4', codec: 'h264', width: 320, height: 180 });
  });
});

test('a recording that breaks off in the middle is prepared as far as it goes', async () => {
  await withCore(async (core, folder) => {
    const fragmented = ['-movflags', '+frag_keyframe+empty_moov+default_base_moof'];
    await Promise.all([
      flashes(join(folder, 'screen.mp4'), 6).then(() =>
        run(['-i', join(folder, 'screen.mp4'), '-c', 'copy', ...fragmented, join(folder, 'screen-f.mp4')]),
      ),
      plainColour(join(folder, 'camera.mp4'), 6, 'red').then(() =>
        run(['-i', join(folder, 'camera.mp4'), '-c', 'copy', ...fragmented, join(folder, 'camera-f.mp4')]),
      ),
      sound(join(folder, 'mic.mp4'), 6, beeps()).then(() =>
        run(['-i', join(folder, 'mic.mp4'), '-c', 'copy', '-frag_duration', '1000000', ...fragmented, join(folder, 'microphone-f.mp4')]),
      ),
    ]);
    const tracks = ['screen', 'camera', 'microphone'].map((kind) => ({
      kind,
      mimeType: 'video/mp4',
      offset: kind === 'camera' ? 0.03 : 0,
    }));
    const { id } = await call<Take>(core, 'takes/begin', { tracks });
    for (const { kind } of tracks) {
      const bytes = await readFile(join(folder, `${kind}-f.mp4`));
      const body = kind === 'screen' ? bytes.subarray(0, bytes.length - 200) : bytes;
      const { status } = await core.fetch(new Request(`http://studio/takes/${id}/${kind}/0`, { method: 'PUT', body: body as BodyInit }));
      expect(status).toBe(204);
    }
    const { job } = await call<{ job: Job }>(core, 'takes/stop', { id });
    expect(await core.studio.jobs.finished(job.id)).toMatchObject({ state: 'done', fault: null });
    const take = await call<Take>(core, 'takes/get', { id });
    expect(take.state).toBe('ready');
    expect(take.tracks.map(({ kind, file, offset }) => `${kind} ${file} ${offset}`).sort()).toEqual([
      'camera camera.mp4 0.03',
      'microphone microphone.mp4 0',
      'screen screen.mp4 0',
    ]);
    expect(take.duration).toBeGreaterThan(4.9);
    const edit = await call<Edit>(core, 'edits/open', { take: id });
    const { job: finishing } = await call<{ job: Job }>(core, 'edits/finish', { id: edit.id });
    await core.studio.jobs.cancel(finishing.id);
    expect(await core.studio.jobs.get(finishing.id)).toMatchObject({ state: 'cancelled' });
    const { job: next } = await call<{ job: Job }>(core, 'edits/finish', { id: edit.id });
    expect(await core.studio.jobs.finished(next.id)).toMatchObject({ state: 'done', fault: null });
    const { rendition } = await call<Edit>(core, 'edits/get', { id: edit.id });
    expect(rendition).toMatchObject({ method: 'encoded', width: 320, height: 180 });
    const frames = await readPackets(ffmpeg, core.studio.media.path(rendition?.video ?? ''), 0);
    expect(Math.abs((frames?.packets.length ?? 0) / 30 - take.duration)).toBeLessThan(0.1);
  });
});
