import { execFile } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { EditList } from '../../../src/shared/model/edit/list.ts';
import { Track } from '../../../src/shared/model/take.ts';
import { studioClient } from '../../screenshots/client.ts';
import type { StudioProcess } from './fixtures.ts';

const exec = promisify(execFile);
export const ffmpeg = (...args: string[]) =>
  exec(process.env.SHOWHOW_FFMPEG ?? 'ffmpeg', ['-nostdin', '-y', '-v', 'error', ...args], { encoding: 'buffer', maxBuffer: 64e6 });

const coding = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '16', '-bf', '0', '-g', '30', '-pix_fmt', 'yuv420p'];

/** Something like a program's window: calm areas, lines, and a bar that wanders. */
const desk = (seconds: number) =>
  [
    `color=c=0x305070:s=1280x720:r=30:d=${seconds}`,
    'drawbox=0:0:1280:60:c=0x204060:t=fill',
    'drawbox=60:120:500:520:c=0xe8e8e0:t=fill',
    'drawbox=620:120:600:240:c=0xd0d8c8:t=fill',
    'drawbox=620:400:600:240:c=0xc8b8a8:t=fill',
    ...[0, 1, 2, 3, 4, 5].map((row) => `drawbox=100:${170 + row * 70}:${300 - row * 30}:24:c=0x505860:t=fill`),
    'drawbox=700:460:300:100:c=0x406050:t=fill',
  ].join(',');

/** Imports a screen, and puts a camera beside it as a recording would have. Answers the take's id. */
export async function makeTake({ url, workspace }: StudioProcess, folder: string, seconds: number): Promise<string> {
  const [screen, camera] = [join(folder, 'desk.mp4'), join(folder, 'face.mp4')];
  const bar = `[0:v][1:v]overlay=x='200+30*t':y=660:eval=frame`;
  await ffmpeg(
    '-f',
    'lavfi',
    '-i',
    desk(seconds),
    '-f',
    'lavfi',
    '-i',
    `color=c=0xf0e0a0:s=160x30:r=30:d=${seconds}`,
    '-filter_complex',
    bar,
    ...coding,
    screen,
  );
  const face = `color=c=0x806050:s=640x480:r=30:d=${seconds},drawbox=220:90:200:260:c=0xe0b090:t=fill,drawbox=0:380:640:100:c=0x304058:t=fill`;
  await ffmpeg('-f', 'lavfi', '-i', face, ...coding, camera);
  const { client, headers, origin } = studioClient(url);
  const file = await readFile(screen);
  const answer = await fetch(`${origin}/imports?name=desk.mp4`, { method: 'POST', headers, body: new Uint8Array(file) });
  const { take } = await answer.json();
  const id: string = take?.id ?? take;
  for (let state = ''; state !== 'ready'; ) {
    state = (await client.takes.get({ id })).state;
    if (state === 'broken') throw new Error('The take could not be prepared');
    await new Promise((done) => setTimeout(done, 200));
  }
  await copyFile(camera, join(workspace, 'takes', id, 'camera.mp4'));
  const database = new Database(join(workspace, 'showhow.db'));
  try {
    const known = JSON.parse((database.prepare('SELECT tracks FROM takes WHERE id = ?').get(id) as { tracks: string }).tracks);
    const track: Track = {
      kind: 'camera',
      file: 'camera.mp4',
      stream: 0,
      codec: 'h264',
      duration: seconds,
      offset: 0,
      width: 640,
      height: 480,
      frameRate: 30,
    };
    database.prepare('UPDATE takes SET tracks = ? WHERE id = ?').run(JSON.stringify(Track.array().parse([...known, track])), id);
  } finally {
    database.close();
  }
  return id;
}

/** An edit list with every kind of mark. */
export function richList(source: string): EditList {
  const place = { corner: 'bottom-right', size: 0.22, shape: 'round' };
  const mark = (id: string, from: number, to: number, more: object) => ({ id, source, from, to, ...more });
  const area = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
  const card = { seconds: 2, name: 'Maren Østergård', role: 'Accounting, North', photo: null, logo: null };
  return EditList.parse({
    version: 1,
    clips: [
      { id: 'a', source, from: 0, to: 8, dissolve: 1 },
      { id: 'b', source, from: 9, to: 16, dissolve: 1 },
    ],
    camera: { shown: true, ...place },
    layouts: [
      mark('screen', 1, 2, { show: 'screen', ...place }),
      mark('beside', 10, 12, { show: 'beside', ...place }),
      mark('camera', 12, 13, { show: 'camera', ...place }),
    ],
    zooms: [mark('zoom', 3, 6.5, { area: area(0.5, 0.5, 0.4, 0.4), ease: 0.6 })],
    covers: [
      mark('still', 0, 5, { how: 'blur', path: [{ at: 0, area: area(0.06, 0.2, 0.25, 0.2) }] }),
      mark('moving', 5, 12, {
        how: 'blur',
        path: [
          { at: 5, area: area(0.1, 0.3, 0.2, 0.2) },
          { at: 7, area: area(0.3, 0.5, 0.2, 0.2) },
        ],
      }),
      mark('growing', 9, 12, {
        how: 'cover',
        path: [
          { at: 9, area: area(0.6, 0.2, 0.1, 0.1) },
          { at: 12, area: area(0.6, 0.2, 0.25, 0.2) },
        ],
      }),
    ],
    callouts: [
      mark('frame', 2.5, 7, { kind: 'box', area: area(0.54, 0.62, 0.25, 0.17) }),
      mark('one', 2.5, 7, { kind: 'number', at: { x: 0.55, y: 0.6 }, number: 1 }),
      mark('words', 3, 7.5, { kind: 'text', at: { x: 0.66, y: 0.78 }, text: 'Check “Totals” first – déjà vu' }),
      mark('light', 13.5, 15.5, { kind: 'spotlight', area: area(0.04, 0.15, 0.42, 0.75) }),
      mark('arrow', 13.5, 15.5, { kind: 'arrow', tail: { x: 0.7, y: 0.4 }, tip: { x: 0.45, y: 0.5 } }),
    ],
    opening: { ...card, title: 'Closing the month without a late night', line: 'Three checks before you press Post', colour: '#1f4d3a' },
    closing: { ...card, title: 'Ask me', line: '', colour: null },
  });
}

/** Finishes an edit and brings its video into a folder. */
export async function finished(
  { url }: StudioProcess,
  take: string,
  list: EditList,
  to: string,
): Promise<{ edit: string; width: number; height: number }> {
  const { client, headers, origin } = studioClient(url);
  const edit = await client.edits.open({ take });
  await client.edits.save({ id: edit.id, version: edit.version, list });
  const { job } = await client.edits.finish({ id: edit.id });
  for (let state = job?.state; state === 'queued' || state === 'running'; ) {
    await new Promise((done) => setTimeout(done, 500));
    const now = (await client.jobs.list({ subject: edit.id })).find(({ id }) => id === job?.id);
    if (now?.state === 'failed') throw new Error(`Finishing failed: ${JSON.stringify(now.fault)}`);
    state = now?.state;
  }
  const { rendition } = await client.edits.get({ id: edit.id });
  if (!rendition) throw new Error('Nothing was finished');
  const video = await fetch(`${origin}/media/${rendition.video}`, { headers });
  await writeFile(to, new Uint8Array(await video.arrayBuffer()));
  return { edit: edit.id, width: rendition.width, height: rendition.height };
}
