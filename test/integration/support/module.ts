import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import type { ModuleDraft } from '../../../src/shared/model/module.ts';
import type { TestStudio } from './studio.ts';

const exec = promisify(execFile);

/** A second of a real MP4, made as large as wanted by a box that players skip. */
async function makeClip(file: string, bytes: number): Promise<void> {
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=30', '-t', '1', '-pix_fmt', 'yuv420p'];
  await exec('ffmpeg', ['-y', '-v', 'error', ...picture, file]);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(bytes);
  head.write('free', 4);
  await appendFile(file, Buffer.concat([head, randomBytes(bytes - 8)]));
}

export interface Written {
  draft: ModuleDraft;
  clip: { hash: string; bytes: number };
}

/** A module that is complete: a title, an objective, a text and a clip of about `bytes`; and a name in the profile. */
export async function writeModule({ core, client }: TestStudio, { bytes = 100_000, title = 'Closing the till' } = {}): Promise<Written> {
  const file = join(core.studio.paths.root, `${randomUUID()}.mp4`);
  await makeClip(file, bytes);
  const clip = await core.studio.media.adopt(file);
  const video: Block = {
    type: 'video',
    attrs: { id: randomUUID(), media: clip.hash, poster: null, title, duration: 1, width: 320, height: 180 },
  };
  const text: Block = { type: 'paragraph', attrs: { id: randomUUID() }, content: [{ type: 'text', text: 'Count it twice.' }] };
  const { id, version, content } = await client.modules.create({});
  const body = { type: 'doc' as const, content: [video, text] };
  const draft = await client.modules.save({ id, version, content: { ...content, title, objective: 'Close it alone', body } });
  await client.profile.save({ ...(await client.profile.get()), name: 'Mara' });
  return { draft, clip };
}
