import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../support/connect.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { startLine } from '../support/line.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

let folder: string;
let hub: TestHub;
let studio: TestStudio;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  [hub, studio] = await Promise.all([startHub(join(folder, 'hub')), openStudio(join(folder, 'studio'))]);
});
afterEach(async () => {
  await Promise.all([studio.core.close(), hub.stop()]);
  await rm(folder, { recursive: true, force: true });
});

const first = async (url: string) => {
  for await (const state of await studio.client.hub.connect({ url })) return state;
  return null;
};

test('a studio is connected once its person says yes at the hub', async () => {
  const mara = await hub.account('Mara', ['author']);
  expect(await studio.client.hub.connection()).toBeNull();
  await connect(studio, hub, mara.headers);
  expect(await studio.client.hub.connection()).toMatchObject({
    url: hub.url,
    hubName: 'Test hub',
    state: 'connected',
    person: { name: 'Mara', roles: expect.arrayContaining(['author']) },
  });
});

test('the token is kept in the secrets and nowhere else', async () => {
  const mara = await hub.account('Mara', ['author']);
  await connect(studio, hub, mara.headers);
  const token = await studio.core.studio.host.secrets.get('hub-token');
  expect(token).toMatch(/.{20,}/);
  await studio.core.close();
  for (const file of ['showhow.db', 'logs/showhow.log']) {
    expect(await readFile(join(folder, 'studio', file), 'latin1')).not.toContain(token);
  }
  studio = await openStudio(join(folder, 'studio'));
});

test('a refused code connects nothing', async () => {
  const mara = await hub.account('Mara', ['author']);
  const states: string[] = [];
  for await (const { state, code } of await studio.client.hub.connect({ url: hub.url })) {
    states.push(state);
    if (state === 'waiting') await (await hub.hub.accounts()).answerDevice(mara.headers, code, 'deny');
  }
  expect(states).toEqual(['waiting', 'refused']);
  expect(await studio.client.hub.connection()).toBeNull();
});

test('an address where nobody answers, and one where someone else does, are told apart', async () => {
  const other = createServer((_request, response) => response.end('<h1>An intranet</h1>')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(first(`http://127.0.0.1:${port}`)).rejects.toMatchObject({ code: 'HUB_NOT_A_HUB' });
  await expect(first(`https://127.0.0.1:${port}`)).rejects.toMatchObject({ code: 'HUB_UNSAFE' });
  other.close();
  await once(other, 'close');
  await expect(first(`http://127.0.0.1:${port}`)).rejects.toMatchObject({ code: 'HUB_UNREACHABLE' });
  await expect(first('http://hub.example.com')).rejects.toMatchObject({ code: 'HUB_INSECURE' });
});

test('a sign-in that ended is said as such, and the work at the desk goes on', async () => {
  const mara = await hub.account('Mara', ['author']);
  await connect(studio, hub, mara.headers);
  await (await hub.hub.accounts()).endSessions(mara.id);
  expect(await studio.client.hub.connection()).toMatchObject({ state: 'expired', person: { name: 'Mara' } });
  expect(await studio.client.insights.mine()).toMatchObject({ asks: [], heardAt: null });
  await expect(studio.client.insights.answer({ askId: randomUUID(), text: 'Yes' })).rejects.toMatchObject({ code: 'SIGN_IN_EXPIRED' });
});

test('a hub that is away leaves the connection as it was last known', async () => {
  const mara = await hub.account('Mara', ['author']);
  await connect(studio, hub, mara.headers);
  const { port } = hub;
  await hub.stop();
  expect(await studio.client.hub.connection()).toMatchObject({ state: 'unreachable', person: { name: 'Mara' } });
  hub = await startHub(join(folder, 'hub'), port);
  expect(await studio.client.hub.connection()).toMatchObject({ state: 'connected' });
});

test('disconnecting ends the sign-in at the hub as well', async () => {
  const mara = await hub.account('Mara', ['author']);
  await connect(studio, hub, mara.headers);
  const token = await studio.core.studio.host.secrets.get('hub-token');
  await studio.client.hub.disconnect({});
  expect(await studio.client.hub.connection()).toBeNull();
  const { accounts } = hub.hub;
  expect(await (await accounts()).session(new Headers({ authorization: `Bearer ${token}` }))).toBeNull();
});

test('whoever disconnects while the hub is still asked who she is stays disconnected', async () => {
  const mara = await hub.account('Mara', ['author']);
  const line = await startLine(hub.port);
  try {
    await connect(studio, hub, mara.headers, line.url);
    const gone = Promise.withResolvers<void>();
    const never = new Promise<void>(() => undefined);
    line.watch = async (piece) => {
      const text = piece.toString('latin1');
      if (text.startsWith('POST /api/me')) await gone.promise;
      // The hub is not told, so that it still knows who asks.
      if (text.startsWith('POST /sign-out')) await never;
    };
    const asked = studio.client.hub.connection();
    await studio.client.hub.disconnect({});
    gone.resolve();
    await asked;
    expect(await studio.client.hub.connection()).toBeNull();
  } finally {
    await line.close();
  }
});
