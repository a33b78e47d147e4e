import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStudio, type TestStudio } from '../support/studio.ts';

let folder: string;
let studio: TestStudio;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  studio = await openStudio(join(folder, 'workspace'));
});
afterEach(async () => {
  await studio.core.close();
  await rm(folder, { recursive: true, force: true });
});

async function picture(name: string, size = '64x48'): Promise<Buffer> {
  const file = join(folder, name);
  execFileSync('ffmpeg', [
    '-y',
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    `testsrc2=size=${size}:rate=1`,
    '-frames:v',
    '1',
    '-pix_fmt',
    name.endsWith('.png') ? 'rgb24' : 'yuvj420p',
    file,
  ]);
  return readFile(file);
}

const upload = (bytes: Uint8Array | string, name = 'a picture') =>
  studio.core.fetch(new Request(`http://studio/media?name=${encodeURIComponent(name)}`, { method: 'POST', body: bytes as BodyInit }));
const fetchMedia = (hash: string, headers: Record<string, string> = {}) =>
  studio.core.fetch(new Request(`http://studio/media/${hash}`, { headers }));
const stored = async () =>
  (await readdir(join(folder, 'workspace', 'media'), { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) =>
    entry.isFile(),
  );

describe('an uploaded picture', () => {
  test.each([
    ['x.png', 'image/png'],
    ['x.jpg', 'image/jpeg'],
    ['x.webp', 'image/webp'],
  ])('is kept under its hash with its size: %s', async (name, type) => {
    const bytes = await picture(name);
    const answer = (await (await upload(bytes)).json()) as { hash: string };
    expect(answer).toMatchObject({ type, width: 64, height: 48, bytes: bytes.length });
    const response = await fetchMedia(answer.hash);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  test('is given out in ranges', async () => {
    const bytes = await picture('x.png');
    const { hash } = (await (await upload(bytes)).json()) as { hash: string };
    const part = await fetchMedia(hash, { range: 'bytes=1-3' });
    expect(part.status).toBe(206);
    expect(await part.text()).toBe('PNG');
    expect((await fetchMedia(hash, { range: `bytes=${bytes.length}-` })).status).toBe(416);
  });
});

describe('what is no picture is refused, and nothing of it is kept', () => {
  const refusals: [string, () => Promise<Uint8Array | string>, string][] = [
    ['nothing at all', async () => '', 'MEDIA_EMPTY'],
    ['a page', async () => '<!doctype html><script>alert(1)</script>', 'MEDIA_TYPE_REFUSED'],
    ['a drawing that can run scripts', async () => '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'MEDIA_TYPE_REFUSED'],
    ['a film', async () => Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), 'MEDIA_TYPE_REFUSED'],
    [
      'the head of a picture and nothing else',
      async () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      'MEDIA_TYPE_REFUSED',
    ],
    [
      'a picture with a page behind it',
      async () => Buffer.concat([await picture('x.png'), Buffer.from('<script>alert(1)</script>')]),
      'MEDIA_TYPE_REFUSED',
    ],
    ['a picture that breaks off', async () => (await picture('x.png')).subarray(0, 200), 'MEDIA_TRUNCATED'],
    ['a picture of a billion pixels', () => bomb(), 'MEDIA_TOO_LARGE'],
    ['a picture of 21 MB', async () => Buffer.concat([await picture('x.jpg'), Buffer.alloc(21_000_000)]), 'MEDIA_TOO_LARGE'],
  ];

  /** A small PNG whose header says 40,000 × 40,000. */
  async function bomb(): Promise<Uint8Array> {
    const bytes = Buffer.from(await picture('x.png'));
    bytes.writeUInt32BE(40_000, 16);
    bytes.writeUInt32BE(40_000, 20);
    return bytes;
  }

  test.each(refusals)('%s', async (_, bytes, code) => {
    const response = await upload(await bytes(), 'holiday.png');
    expect(response.ok).toBe(false);
    expect(await response.json()).toMatchObject({ code, data: { name: 'holiday.png' } });
    expect(await stored()).toEqual([]);
  });
});

test('a name that is no hash leads nowhere', async () => {
  for (const name of ['..%2fshowhow.db', 'A'.repeat(64), 'x', 'ab'.repeat(32)]) expect((await fetchMedia(name)).status).toBe(404);
});
