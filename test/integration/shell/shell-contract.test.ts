import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { updateTake } from '../../../src/main/capture/take-rows.ts';
import { flashes } from '../main/media/material.ts';
import { openStudio } from '../support/studio.ts';
import type { Order } from './double/control.ts';

const folder = mkdtempSync(join(tmpdir(), 'showhow-shell-'));
const workspace = join(folder, 'workspace');
const main = resolve('out/main/electron.js');

let program: ChildProcess;
let ready: { studio: string; hub: string | null };
let last = 0;

async function start(place: string): Promise<ChildProcess> {
  return fork(main, ['--workspace', place, '--json'], {
    execArgv: ['--import', resolve('test/integration/shell/double/register.ts')],
    env: { ...process.env, DOUBLE_FOLDER: folder },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

function order(what: Order): Promise<unknown> {
  const id = ++last;
  return new Promise((done, fail) => {
    if (!program.connected) return fail(new Error('The program has ended.'));
    const hear = (answer: { id: number; value?: unknown; error?: string }) => {
      if (answer.id !== id) return;
      program.off('message', hear);
      if (answer.error === undefined) done(answer.value);
      else fail(new Error(answer.error));
    };
    program.on('message', hear);
    program.send({ id, order: what });
  });
}

const evaluate = (expression: string) => order({ do: 'evaluate', expression });

async function noted(what: string): Promise<unknown[]> {
  const all = (await order({ do: 'notes' })) as { what: string; with: unknown }[];
  return all.filter((note) => note.what === what).map((note) => note.with);
}

const marks = Array.from({ length: 16 }, (_, index) => 1.4 * (index + 1));

/** A finished video with a mark for each of many steps, as an earlier start of the studio has left it. */
async function finishVideo(): Promise<void> {
  const { core, client } = await openStudio(workspace);
  try {
    const file = join(folder, 'Close the till.mp4');
    await flashes(file, 24);
    const request = new Request('http://studio/imports?name=Close%20the%20till.mp4', { method: 'POST', body: readFileSync(file) });
    const { take, job } = (await (await core.fetch(request)).json()) as { take: { id: string }; job: { id: string } };
    await core.studio.jobs.finished(job.id);
    await updateTake(core.studio.database, take.id, { marks });
    const edit = await client.edits.open({ take: take.id });
    const finishing = await client.edits.finish({ id: edit.id });
    if (finishing.job) expect(await core.studio.jobs.finished(finishing.job.id)).toMatchObject({ state: 'done' });
  } finally {
    await core.close();
  }
}

/** Rows of a table of the workspace, while the program works on it. */
function rowsOf(table: 'media' | 'modules'): number {
  const database = new Database(join(workspace, 'showhow.db'), { readonly: true });
  try {
    return database.prepare<[], { count: number }>(`SELECT count(*) AS count FROM ${table}`).get()?.count ?? 0;
  } finally {
    database.close();
  }
}

/** The built main and preload files run against a double of the module `electron`; Chromium is the window. */
describe('shell contract test', () => {
  beforeAll(async () => {
    await finishVideo();
    program = await start(workspace);
    const [line] = await once(createInterface(program.stdout as NodeJS.ReadableStream), 'line');
    ready = JSON.parse(String(line));
    await vi.waitFor(async () => expect(await noted('show')).toHaveLength(1), { timeout: 60_000, interval: 200 });
  });
  afterAll(async () => {
    if (program.exitCode === null && program.signalCode === null) {
      program.kill('SIGTERM');
      await once(program, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  test('the window shows the studio over its own scheme, and no port is open for it', async () => {
    expect(ready.studio).toBe('showhow://app/');
    await expect.poll(() => order({ do: 'text' })).toContain('Record');
    expect(await noted('escaped')).toEqual([]);
  });

  test('the embedded hub runs in a process of its own', async () => {
    const hub = await fetch(ready.hub ?? '');
    expect(hub.status).toBeLessThan(500);
  });

  test('the page is treated as a stranger’s: sandboxed, isolated, without Node', async () => {
    const [options] = (await noted('window')) as { webPreferences: Record<string, unknown> }[];
    expect(options?.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false });
    expect(await evaluate('[typeof require, typeof process, typeof module]')).toEqual(['undefined', 'undefined', 'undefined']);
  });

  test('the scheme behaves like https: with an origin, fetch and streams', async () => {
    const [[scheme]] = (await noted('schemes')) as [[{ scheme: string; privileges: object }]];
    expect(scheme).toMatchObject({ scheme: 'showhow', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } });
  });

  test('the page gets what it cannot do itself, and nothing more', async () => {
    expect(await noted('exposed')).toEqual([
      { name: 'showhow', methods: ['onCaptureChoice', 'answerCaptureChoice', 'keepOutOfPicture', 'showWorkspace', 'giveUp'] },
    ]);
    await evaluate('window.showhow.showWorkspace()');
    expect(await noted('openPath')).toEqual([workspace]);
    await evaluate('window.showhow.keepOutOfPicture(true)');
    await expect.poll(() => noted('contentProtection')).toEqual([true]);
  });

  test('the API answers in the page as it does anywhere', async () => {
    const status = await evaluate(`fetch('/api/system/status', { method: 'POST' }).then((answer) => answer.json())`);
    expect(status).toMatchObject({ json: { shell: 'electron', workspace } });
  });

  test('capture, a full screen and copying are granted to the studio, and nothing else to anyone', async () => {
    const ask = (permission: string, origin: string) => order({ do: 'permission', permission, origin });
    expect(await ask('media', 'showhow://app/')).toEqual({ checked: true, requested: true });
    for (const permission of ['display-capture', 'fullscreen', 'clipboard-sanitized-write'])
      expect(await ask(permission, 'showhow://app/'), permission).toEqual({ checked: true, requested: true });
    expect(await ask('media', 'https://elsewhere.example/')).toEqual({ checked: false, requested: false });
    for (const permission of ['geolocation', 'notifications', 'usb', 'clipboard-read', 'openExternal'])
      expect(await ask(permission, 'showhow://app/'), permission).toEqual({ checked: false, requested: false });
  });

  test('links to the web open in the person’s own browser, and the window stays where it is', async () => {
    await evaluate(`void window.open('https://hub.example/m/1')`);
    await expect.poll(() => noted('window.open')).toEqual([{ url: 'https://hub.example/m/1', action: 'deny' }]);
    await evaluate(`void setTimeout(() => location.assign('https://hub.example/m/2'))`);
    await expect.poll(() => noted('openExternal')).toEqual(['https://hub.example/m/1', 'https://hub.example/m/2']);
    expect(await evaluate('location.origin')).toBe('http://app.localhost');
  });

  test('the person chooses in the studio’s own page what is recorded', async () => {
    await evaluate(`void (window.asked = navigator.mediaDevices.getDisplayMedia({ video: true, audio: true }))`);
    await order({ do: 'press', role: 'radio', name: 'Ledger – Invoices' });
    await order({ do: 'press', role: 'button', name: 'Choose' });
    expect(await evaluate('window.asked.then(({ video }) => video.id)')).toBe('window:7:0');
  });

  test('a choice that was declined reaches the page as a refusal', async () => {
    await evaluate(`void (window.asked = navigator.mediaDevices.getDisplayMedia({ video: true }).catch((error) => error.name))`);
    await order({ do: 'press', role: 'button', name: 'Cancel' });
    expect(await evaluate('window.asked')).toBe('NotAllowedError');
  });

  test('what a page gives up ends in the core, although Electron does not say so', async () => {
    await evaluate(`void setTimeout(() => location.assign('/write'))`);
    const before = rowsOf('media');
    await order({ do: 'press', role: 'button', name: 'Draft a lesson from Close the till' });
    await expect.poll(() => rowsOf('media'), { interval: 5, timeout: 20_000 }).toBeGreaterThan(before);
    await order({ do: 'press', role: 'link', name: 'Library' });
    let taken = -1;
    await expect
      .poll(
        () => {
          const earlier = taken;
          taken = rowsOf('media');
          return taken - earlier;
        },
        { interval: 1500, timeout: 60_000 },
      )
      .toBe(0);
    expect(taken).toBeLessThan(before + marks.length);
    expect(rowsOf('modules')).toBe(0);
  });

  test('a second start brings the first window to the front', async () => {
    await order({ do: 'emit', event: 'second-instance' });
    expect(await noted('focus')).toHaveLength(1);
  });

  test('a workspace that is in use is refused with its sentence', async () => {
    const second = await start(workspace);
    let said = '';
    second.stderr?.on('data', (data) => {
      said += data;
    });
    await once(second, 'close');
    expect(second.exitCode).toBe(1);
    expect(said).toContain(`Another Showhow is using ${workspace}`);
  });

  test('ending it closes the workspace and the hub', async () => {
    program.kill('SIGTERM');
    await once(program, 'exit');
    expect(program.exitCode).toBe(0);
    expect(readFileSync(join(workspace, 'logs', 'showhow.log'), 'utf8')).toContain('the studio is closed');
    await expect(fetch(ready.hub ?? '')).rejects.toThrow();
  });
});
