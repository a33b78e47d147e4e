import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { PieceQueue } from '../../../src/renderer/features/record/engine/piece-queue.ts';

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

type Answer = (request: IncomingMessage, body: string, response: ServerResponse) => void;

async function serve(answer: Answer): Promise<string> {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    answer(request, Buffer.concat(parts).toString(), response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/takes/a`;
}

const bytes = (text: string) => new TextEncoder().encode(text);

test('pieces arrive in their order, and those that wait for an answer travel together', async () => {
  const got: string[] = [];
  const address = await serve((request, body, response) => {
    got.push(`${request.url?.split('/').at(-1)} ${body}`);
    setTimeout(() => response.writeHead(204).end(), 50);
  });
  const queue = new PieceQueue(address, ['screen'], vi.fn());
  for (const [index, text] of ['a', 'b', 'c'].entries()) queue.push('screen', bytes(text), index + 1);
  await queue.drained();
  expect(got).toEqual(['0 a', '1 bc']);
  expect(queue).toMatchObject({ saved: 3, waitingBytes: 0 });
});

test('a piece whose answer got lost is sent again as it was, and counts when it turns out to be on disk', async () => {
  const got: string[] = [];
  const address = await serve((request, body, response) => {
    got.push(`${request.url?.split('/').at(-1)} ${body}`);
    if (got.length === 1) response.destroy();
    else if (got.length === 2) response.writeHead(409).end(JSON.stringify({ code: 'SEGMENT_OUT_OF_ORDER', data: { expected: 1 } }));
    else response.writeHead(204).end();
  });
  const onFault = vi.fn();
  const queue = new PieceQueue(address, ['screen'], onFault);
  queue.push('screen', bytes('a'), 1);
  queue.push('screen', bytes('b'), 2);
  await queue.drained();
  expect(got).toEqual(['0 a', '0 a', '1 b']);
  expect(onFault).not.toHaveBeenCalled();
});

test('a full disk ends it at once, with what is saved', async () => {
  const address = await serve((request, _body, response) => {
    if (request.url?.endsWith('/0')) response.writeHead(204).end();
    else response.writeHead(507).end(JSON.stringify({ code: 'DISK_FULL', data: { freeBytes: 1, neededBytes: 2 } }));
  });
  const onFault = vi.fn();
  const queue = new PieceQueue(address, ['screen'], onFault);
  queue.push('screen', bytes('a'), 1);
  await queue.drained();
  queue.push('screen', bytes('b'), 2);
  await queue.drained();
  expect(onFault).toHaveBeenCalledExactlyOnceWith('disk-full', expect.any(String));
  expect(queue.saved).toBe(1);
});
