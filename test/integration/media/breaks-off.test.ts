import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ALL_FORMATS, BufferSource, Conversion, Input, StreamTarget, type StreamTargetChunk } from 'mediabunny';
import { expect, test } from 'vitest';
import { probe } from '../../../src/main/media/probe.ts';
import { makeNormal } from '../../../src/main/media/settle-files.ts';
import { appendOnlyOutput } from '../../../src/renderer/features/record/engine/output.ts';
import { ffmpeg, flashes, run, withFolder } from '../main/media/material.ts';

type Container = 'mp4' | 'webm';

/** What the recorder's muxer writes of a file, in its pieces. */
async function appended(file: string, container: Container): Promise<Buffer[]> {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(await readFile(file)) });
  const pieces: Buffer[] = [];
  const write = ({ data }: StreamTargetChunk) => void pieces.push(Buffer.from(data));
  const output = appendOnlyOutput(container, new StreamTarget(new WritableStream({ write })));
  const conversion = await Conversion.init({ input, output });
  await conversion.execute();
  return pieces;
}

/** How much of a recording is read, in seconds, that ends with these bytes. */
async function read(folder: string, container: Container, bytes: Buffer): Promise<number> {
  const [from, to] = [join(folder, `broken.${container}`), join(folder, `normal.${container}`)];
  await writeFile(from, bytes);
  await makeNormal(ffmpeg, from, to, {});
  const { video, audio } = await probe(ffmpeg, to);
  return [...video, ...audio][0]?.duration ?? 0;
}

/** So many bytes of the next piece came to the disk. Fragments begin with a description of some hundred bytes. */
const torn = [1, 7, 8, 12, 40, 80, 120, 160, 400];

const tracks: [string, Container, (file: string) => Promise<unknown>][] = [
  ['picture.mp4', 'mp4', (file) => flashes(file, 4)],
  ['sound.mp4', 'mp4', (file) => run(['-f', 'lavfi', '-i', 'sine=d=4', '-c:a', 'libopus', '-strict', '-2', file])],
  ['sound.webm', 'webm', (file) => run(['-f', 'lavfi', '-i', 'sine=d=4', '-c:a', 'libopus', file])],
];

for (const [name, container, make] of tracks) {
  test(`${name}: wherever a recording breaks off, all that was whole before is read`, async () => {
    await withFolder(async (folder) => {
      const file = join(folder, name);
      await make(file);
      const pieces = await appended(file, container);
      const half = Math.floor(pieces.length / 2);
      const whole = Buffer.concat(pieces.slice(0, half));
      const next = Buffer.concat(pieces.slice(half));
      const seconds = await read(folder, container, whole);
      expect(seconds).toBeGreaterThan(0.3);
      for (const bytes of torn) {
        const left = await read(folder, container, Buffer.concat([whole, next.subarray(0, bytes)]));
        expect(left, `${bytes} bytes more`).toBeGreaterThanOrEqual(seconds - 0.001);
      }
      // What a file system may leave of a write that was cut off with the power.
      expect(await read(folder, container, Buffer.concat([whole, Buffer.alloc(4096)]))).toBeGreaterThanOrEqual(seconds - 0.001);
    });
  });
}
