import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { picture } from '../hub/studio.ts';
import { connect } from '../support/connect.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

let folder: string;
let hub: TestHub;
let studio: TestStudio;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  [hub, studio] = await Promise.all([startHub(join(folder, 'hub')), openStudio(join(folder, 'studio'))]);
  const mara = await hub.account('Mara', ['author']);
  await connect(studio, hub, mara.headers);
});
afterEach(async () => {
  await studio.core.close();
  await hub.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A file at the hub that is someone's photo, whatever is in it. */
async function photoOf(name: string, bytes: Buffer, type: 'image/png' | 'video/mp4' = 'image/png'): Promise<string> {
  const { id } = await hub.account(name, []);
  const { hash } = await hub.hub.media.write(Readable.from([bytes]), { name: 'photo', maxBytes: 10_000_000 });
  const now = new Date().toISOString();
  await hub.hub.database.insertInto('media').values({ hash, type, bytes: bytes.length, created_at: now }).execute();
  const profile = JSON.stringify({ name, role: '', team: '', photo: hash, goodAt: [], askMeAbout: [] });
  await hub.hub.database.insertInto('profiles').values({ person_id: id, profile, photo: hash, updated_at: now }).execute();
  return hash;
}

const face = (hash: string) => studio.core.fetch(new Request(`http://studio/faces/${hash}`));

test('a colleague’s face is shown by the studio itself, and still when the hub is away', async () => {
  const bytes = picture('');
  const hash = await photoOf('Lea', bytes);
  const shown = await face(hash);
  expect(shown.status).toBe(200);
  expect(shown.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(bytes);
  await hub.stop();
  expect((await face(hash)).status).toBe(200);
  hub = await startHub(join(folder, 'hub'), hub.port);
});

test('what is no picture is not passed on, and neither is what the hub does not have', async () => {
  const script = await photoOf('Eve', Buffer.from('<script>alert(1)</script>'));
  expect((await face(script)).status).toBe(422);
  const huge = await photoOf('Max', Buffer.concat([picture(''), Buffer.alloc(4_000_001)]));
  expect((await face(huge)).status).toBe(404);
  expect((await face('0'.repeat(64))).status).toBe(404);
  expect((await face('..%2f..%2fsecrets.json')).status).toBe(404);
});
