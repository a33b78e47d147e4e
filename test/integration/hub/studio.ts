import { createHash, randomUUID } from 'node:crypto';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { expect } from 'vitest';
import type { FaultCode } from '../../../src/shared/contract/faults.ts';
import type { hubApi } from '../../../src/shared/contract/hub.ts';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import { canonicalJson, type ModuleContent } from '../../../src/shared/model/module.ts';
import type { Manifest, MediaType } from '../../../src/shared/model/package.ts';
import { emptyProfile } from '../../../src/shared/model/profile.ts';
import type { Visitor } from './support.ts';

const grant = 'urn:ietf:params:oauth:grant-type:device_code';

export async function postJson(url: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

export async function askForCode(hub: { url: string }): Promise<{ device: string; user: string; address: string }> {
  const { body } = await postJson(`${hub.url}/auth/device/code`, { client_id: 'showhow-studio' });
  return { device: String(body.device_code), user: String(body.user_code), address: String(body.verification_uri_complete) };
}

export const askForToken = (hub: { url: string }, device: string) =>
  postJson(`${hub.url}/auth/device/token`, { grant_type: grant, device_code: device, client_id: 'showhow-studio' });

/** A studio that acts for someone, connected as a person connects it. */
export async function connectStudio(visitor: Visitor): Promise<Studio> {
  const codes = await askForCode(visitor.hub);
  const answer = await visitor.post('/device', { user_code: codes.user, answer: 'approve' });
  if (!answer.ok) throw new Error(`Connecting answered ${answer.status}: ${await answer.text()}`);
  const { body } = await askForToken(visitor.hub, codes.device);
  return studioWith(visitor.hub.url, String(body.access_token));
}

export interface Studio {
  url: string;
  token: string;
  api: ContractRouterClient<typeof hubApi>;
}

export function studioWith(url: string, token: string): Studio {
  const link = new RPCLink({ url: `${url}/api`, headers: token ? { Authorization: `Bearer ${token}` } : {} });
  return { url, token, api: createORPCClient(link) };
}

/** What a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<FaultCode | string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ORPCError) return error.code;
    throw error;
  }
  return expect.fail('The call was not refused');
}

/** The smallest PNG, made different by what stands after its end. */
export const picture = (mark: string): Buffer =>
  Buffer.concat([
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64'),
    Buffer.from(mark),
  ]);

export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

const tus = { 'Tus-Resumable': '1.0.0' };

export interface Announcement {
  hash: string;
  filetype: string;
}

const metadata = (said: Announcement): string =>
  Object.entries(said)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

export function announce(studio: Studio, bytes: number, said: Announcement): Promise<Response> {
  const headers = { ...tus, Authorization: `Bearer ${studio.token}`, 'Upload-Length': String(bytes), 'Upload-Metadata': metadata(said) };
  return fetch(`${studio.url}/uploads`, { method: 'POST', headers });
}

export function send(studio: Studio, address: string, offset: number, bytes: Buffer): Promise<Response> {
  const headers = {
    ...tus,
    Authorization: `Bearer ${studio.token}`,
    'Upload-Offset': String(offset),
    'Content-Type': 'application/offset+octet-stream',
  };
  return fetch(address, { method: 'PATCH', headers, body: new Uint8Array(bytes) });
}

export function askOffset(studio: Studio, address: string): Promise<Response> {
  return fetch(address, { method: 'HEAD', headers: { ...tus, Authorization: `Bearer ${studio.token}` } });
}

export async function upload(studio: Studio, bytes: Buffer, filetype: MediaType = 'image/png'): Promise<string> {
  const hash = sha256(bytes);
  const created = await announce(studio, bytes.length, { hash, filetype });
  expect(created.status).toBe(201);
  expect((await send(studio, created.headers.get('Location') ?? '', 0, bytes)).status).toBe(204);
  return hash;
}

const blockId = '018f2f10-0000-7000-8000-000000000001';

export interface ModuleOf {
  moduleId?: string;
  title?: string;
  text?: string;
  image?: string;
  photo?: string | null;
  /** What stands beneath. */
  blocks?: Block[];
}

/** A small but whole module as a studio hands it in. */
export function manifest({
  moduleId = randomUUID(),
  title = 'Change the blade',
  text = 'First the plug.',
  image,
  photo = null,
  blocks = [],
}: ModuleOf = {}): Manifest {
  const picture = image
    ? [
        {
          type: 'image' as const,
          attrs: { id: '018f2f10-0000-7000-8000-000000000002', media: image, alt: 'The plug', decorative: false, width: 1, height: 1 },
        },
      ]
    : [];
  const content: ModuleContent = {
    title,
    objective: 'Change it safely',
    language: 'en',
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { id: blockId }, content: [{ type: 'text', text }] }, ...picture, ...blocks],
    },
  };
  return {
    format: 'showhow-module/1',
    moduleId,
    revision: sha256(canonicalJson(content)),
    content,
    media: [],
    sweeps: [],
    cuts: [],
    author: { ...emptyProfile, name: 'Bo', photo },
  };
}
