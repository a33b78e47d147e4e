import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { migrations } from '../../../src/hub/database/migrations.ts';
import type { HubTables } from '../../../src/hub/database/tables.ts';
import { type ServedHub, serveHub } from '../../../src/hub/serve.ts';
import { createLog } from '../../../src/node/log.ts';
import { openDatabase } from '../../../src/node/sqlite.ts';

export const account = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' };

/** A folder that is gone after the test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'showhow-hub-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

export interface TestHub extends ServedHub {
  folder: string;
}

/** A real hub on a free port, ended after the test; `again` is a folder to start over in. */
export async function startHub({ again, port = 0 }: { again?: string; port?: number } = {}): Promise<TestHub> {
  const root = again ?? (await folder());
  const log = createLog(join(root, 'hub.log'));
  const hub = await serveHub({ folder: root, host: '127.0.0.1', port, name: 'Workshop', version: '0.0.0', player: root, log });
  let open = true;
  const close = async () => {
    if (open) await hub.close();
    open = false;
  };
  onTestFinished(close);
  return { ...hub, close, folder: root };
}

type Fields = Record<string, string | string[]>;

/** A browser without scripts: keeps cookies, posts forms from the hub's own pages, does not follow redirects. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly hub: { url: string };
  origin: string | null;

  constructor(hub: { url: string }) {
    this.hub = hub;
    this.origin = hub.url;
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (!headers.has('Accept')) headers.set('Accept', 'text/html');
    if (this.cookies.size > 0) headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (init.method && init.method !== 'GET' && this.origin !== null) headers.set('Origin', this.origin);
    const response = await fetch(new URL(path, this.hub.url), { redirect: 'manual', ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie) || value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  get(path: string): Promise<Response> {
    return this.request(path);
  }

  post(path: string, fields: Fields): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return this.request(path, { method: 'POST', body });
  }
}

/** The first admin of a fresh hub, signed in. */
export async function setUp(hub: TestHub): Promise<Visitor> {
  const admin = new Visitor(hub);
  const answer = await admin.post('/setup', { code: hub.setupCode ?? '', ...account });
  if (answer.status !== 303) throw new Error(`Set-up answered ${answer.status}: ${await answer.text()}`);
  return admin;
}

/** A link for one account with these roles, as the admin's page shows it. */
export async function invitationFor(admin: Visitor, roles: string[]): Promise<string> {
  const text = await (await admin.post('/people', { email: '', roles })).text();
  const [link] = /http[^"]+\/invitation\/[^"]+/.exec(text) ?? [];
  if (!link) throw new Error('The page shows no link');
  return link;
}

/** Someone who came by an invitation, signed in. */
export async function joins(admin: Visitor, name: string, roles: string[], email = `${name.toLowerCase()}@example.com`): Promise<Visitor> {
  const person = new Visitor(admin.hub);
  const link = await invitationFor(admin, roles);
  const answer = await person.post(link, { name, email, password: account.password });
  if (answer.status !== 303) throw new Error(`Joining answered ${answer.status}: ${await answer.text()}`);
  return person;
}

/** Ends someone's account on the admin's page. */
export async function switchOff(admin: Visitor, name: string): Promise<void> {
  const text = await (await admin.get('/people')).text();
  const [, id] = new RegExp(`/people/([^/"]+)/deactivate"><button[^>]*>Switch the account of ${name} off`).exec(text) ?? [];
  if (!id) throw new Error(`The page does not list ${name}`);
  await admin.post(`/people/${id}/deactivate`, {});
}

/** A week passes for every invitation of a hub. */
export async function letInvitationsExpire({ folder: root }: TestHub): Promise<void> {
  const { kysely } = await openDatabase<HubTables>(join(root, 'hub.db'), migrations);
  await kysely
    .updateTable('invitations')
    .set({ expires_at: new Date(0).toISOString() })
    .execute();
  await kysely.destroy();
}

/** A day passes for every link that sets a new password. */
export async function letPasswordLinksExpire({ folder: root }: TestHub): Promise<void> {
  const { kysely } = await openDatabase<HubTables>(join(root, 'hub.db'), migrations);
  await sql`UPDATE verification SET expiresAt = ${new Date(0).toISOString()}`.execute(kysely);
  await kysely.destroy();
}
