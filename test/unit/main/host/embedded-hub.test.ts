import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { followHub } from '../../../../src/main/host/embedded-hub.ts';

/** A hub that says what it is told to say, and ends when it is asked to. */
function hubThatSays() {
  const output = new PassThrough();
  const { promise: exited, resolve: end } = Promise.withResolvers<void>();
  const say = async (line: string) => {
    output.write(`${line}\n`);
    await setImmediate();
  };
  return { say, hub: followHub({ output, exited, end, kill: end }) };
}

const ready = JSON.stringify({ hub: 'http://127.0.0.1:1', setupCode: 'ABCD-EFGH' });

test('a hub offers its code for the first account until that is made', async () => {
  const { hub, say } = hubThatSays();
  await say(ready);
  expect(await hub.ready).toEqual({ url: 'http://127.0.0.1:1', setupCode: 'ABCD-EFGH' });
  await say('Something else');
  expect(hub.address()?.setupCode).toBe('ABCD-EFGH');
  await say(JSON.stringify({ setUp: true }));
  expect(hub.address()).toEqual({ url: 'http://127.0.0.1:1', setupCode: null });
});

test('a hub that could not start, or is gone, is at no address', async () => {
  const silent = hubThatSays();
  await silent.say('Error: no room');
  expect(await silent.hub.ready).toBeNull();
  const { hub, say } = hubThatSays();
  await say(ready);
  await hub.ready;
  await hub.close();
  expect(hub.address()).toBeNull();
});
