import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Edit } from '../../../src/shared/contract/edits.ts';
import type { Job } from '../../../src/shared/contract/jobs.ts';
import { cutOut } from '../../../src/shared/model/edit/clips.ts';
import { dismiss, hide, reopen } from '../../../src/shared/model/privacy/decide.ts';
import { standingOf } from '../../../src/shared/model/privacy/standing.ts';
import type { Take } from '../../../src/shared/model/take.ts';
import { withFolder } from '../main/media/material.ts';
import { connect } from '../support/connect.ts';
import { startHub } from '../support/hub.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';
import { withStudio } from '../support/with-studio.ts';
import { pageVideo } from './page.ts';

const address = 'martina.huber@example.com';

/** An imported video in which an address is seen for as long as it runs, and an account number from 3 s to 5 s; and its edit. */
async function imported({ core, client }: TestStudio, folder: string, seconds = 6): Promise<Edit> {
  const lines = [
    { text: `Write to ${address}`, size: 18, x: 200, y: 200 },
    { text: 'IBAN DE89 3704 0044 0532 0130 00', size: 18, x: 200, y: 700 },
  ];
  const more = "drawbox=x=150:y=650:w=800:h=150:color=white:t=fill:enable='lt(t,3)+gt(t,5)'";
  const file = await pageVideo(folder, 'page', { lines, seconds, more });
  const response = await core.fetch(new Request('http://studio/imports?name=page.mp4', { method: 'POST', body: await readFile(file) }));
  const { take, job } = (await response.json()) as { take: Take; job: Job };
  await core.studio.jobs.finished(job.id);
  return client.edits.open({ take: take.id });
}

const readings = async (studio: TestStudio): Promise<number> =>
  (await readdir(join(studio.core.studio.paths.cache, 'readings'), { recursive: true })).filter((name) => name.endsWith('.json')).length;

async function search({ core, client }: TestStudio, edit: string): Promise<Job> {
  const job = await client.privacy.search({ edit });
  return core.studio.jobs.finished(job.id);
}

test('what an edit shows is searched once; a re-cut searches only what is new', async () => {
  await withStudio(async (studio, folder) => {
    const { client } = studio;
    const edit = await imported(studio, folder);
    const [source = ''] = edit.list.clips.map((clip) => clip.source);
    const early = await client.edits.save({ id: edit.id, version: edit.version, list: cutOut(edit.list, source, 2.5, 6) });
    expect(await client.privacy.of({ edit: edit.id })).toMatchObject({ findings: [], unsearched: 2.5, searchedAt: null });

    expect(await search(studio, edit.id)).toMatchObject({ state: 'done', progress: 1 });
    const first = await client.privacy.of({ edit: edit.id });
    expect(first).toMatchObject({ unsearched: 0, searchable: 2.5 });
    expect(first.findings.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['e-mail m•••@e•••.com']);
    const picture = await studio.core.fetch(new Request(`http://studio${first.findings[0]?.picture}`));
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);

    const rows = () =>
      studio.core.studio.database.selectFrom('sweeps').select(['from_second', 'to_second']).orderBy('from_second').execute();
    await client.edits.save({ id: edit.id, version: early.version, list: edit.list });
    expect((await client.privacy.of({ edit: edit.id })).unsearched).toBeCloseTo(3.5, 1);
    await search(studio, edit.id);
    const whole = await client.privacy.of({ edit: edit.id });
    expect(whole.unsearched).toBe(0);
    expect(whole.findings.map(({ kind }) => kind)).toEqual(['e-mail', 'iban']);
    // The same text at the same place, searched in two goes, is one finding.
    expect(whole.findings[0]).toMatchObject({ from: 0 });
    expect(whole.findings[0]?.to).toBeGreaterThan(5.9);
    expect(await rows()).toHaveLength(2);
    expect((await rows())[1]?.from_second).toBe(2.5);

    // With another list of words it is searched anew, and nothing is read anew.
    const read = await readings(studio);
    const { languages: _, ...settings } = await client.privacy.settings();
    await client.privacy.saveSettings({ ...settings, words: ['Write'] });
    expect((await client.privacy.of({ edit: edit.id })).unsearched).toBeGreaterThan(5.9);
    await search(studio, edit.id);
    const again = await client.privacy.of({ edit: edit.id });
    expect(again.findings.map(({ kind }) => kind).sort()).toEqual(['e-mail', 'iban', 'word']);
    expect((await readings(studio)) - read).toBeLessThanOrEqual(2);
  });
});

test('nothing that was found is written down in words, but for the cache', async () => {
  await withStudio(async (studio, folder) => {
    const edit = await imported(studio, folder, 2);
    await search(studio, edit.id);
    expect((await studio.client.privacy.of({ edit: edit.id })).findings).toHaveLength(1);
    const rows = JSON.stringify(await studio.core.studio.database.selectFrom('sweeps').selectAll().execute());
    expect(rows).toContain('e-mail');
    expect(rows).not.toContain('martina');
    expect(await readFile(studio.core.studio.paths.log, 'utf8')).not.toContain('martina');
  });
});

test('a search goes on after the studio was closed in the middle of it, and ends when it is cancelled', async () => {
  await withFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    const studio = await openStudio(workspace);
    const edit = await imported(studio, folder);
    const { id } = await studio.client.privacy.search({ edit: edit.id });
    await studio.core.close();

    const next = await openStudio(workspace);
    expect(await next.core.studio.jobs.finished(id)).toMatchObject({ state: 'done' });
    expect((await next.client.privacy.of({ edit: edit.id })).findings).toHaveLength(2);

    await next.core.studio.database.deleteFrom('sweeps').execute();
    await rm(join(next.core.studio.paths.cache, 'readings'), { recursive: true });
    const again = await next.client.privacy.search({ edit: edit.id });
    expect(await next.client.jobs.cancel({ id: again.id })).toMatchObject({ state: 'cancelled' });
    expect(await next.client.privacy.of({ edit: edit.id })).toMatchObject({ job: null });
    await next.core.close();
  });
});

test('a module waits until everything private in its video is decided, and the record travels with it', async () => {
  await withStudio(async (studio, folder) => {
    const { core, client } = studio;
    const hub = await startHub(join(folder, 'hub'));
    const mara = await hub.account('Mara', ['author']);
    await connect(studio, hub, mara.headers);
    const edit = await imported(studio, folder);
    const finish = await client.edits.finish({ id: edit.id });
    if (finish.job) await core.studio.jobs.finished(finish.job.id);
    const draft = await client.modules.create({ edit: edit.id });
    await client.modules.save({
      id: draft.id,
      version: draft.version,
      content: { ...draft.content, title: 'Orders', objective: 'Find an order' },
    });
    await client.profile.save({ ...(await client.profile.get()), name: 'Mara' });
    const videos = async () => (await client.publishing.check({ moduleId: draft.id })).videos;

    // Not searched: said, and no hindrance.
    expect(await videos()).toMatchObject([{ edit: edit.id, state: 'unsearched' }]);

    await search(studio, edit.id);
    expect(await videos()).toMatchObject([{ state: 'open', open: 2 }]);
    await expect(client.publishing.handIn({ moduleId: draft.id })).rejects.toMatchObject({ code: 'PRIVACY_OPEN' });

    // Hidden in the edit, but the video was finished before that.
    const { findings } = await client.privacy.of({ edit: edit.id });
    const iban = findings.filter(({ kind }) => kind === 'iban');
    const mail = findings.filter(({ kind }) => kind === 'e-mail');
    const newId = () => crypto.randomUUID();
    const hidden = hide(dismiss(edit.list, mail, 'made-up', newId), iban, 'cover', newId);
    expect(findings.map((finding) => standingOf(hidden, finding))).toEqual(['dismissed', 'covered']);
    expect(findings.map((finding) => standingOf(reopen(reopen(hidden, finding), finding), finding))).toEqual(['open', 'open']);
    const saved = await client.edits.save({ id: edit.id, version: edit.version, list: hidden });
    expect(await videos()).toMatchObject([{ state: 'outdated', open: 1 }]);
    await expect(client.publishing.handIn({ moduleId: draft.id })).rejects.toMatchObject({ code: 'PRIVACY_OPEN' });

    // What is left to be seen needs no new video.
    await client.edits.save({ id: edit.id, version: saved.version, list: dismiss(edit.list, findings, 'made-up', newId) });
    expect(await videos()).toMatchObject([{ state: 'clear', open: 0 }]);
    const job = await client.publishing.handIn({ moduleId: draft.id });
    expect(await core.studio.jobs.finished(job.id)).toMatchObject({ state: 'done' });
    const { sweeps } = await hub.hub.database.selectFrom('revisions').select('sweeps').executeTakeFirstOrThrow();
    expect(JSON.parse(sweeps)).toMatchObject([
      {
        language: 'eng',
        reader: expect.stringContaining('tesseract.js'),
        kinds: [
          { kind: 'e-mail', blurred: 0, covered: 0, dismissed: [{ reason: 'made-up', count: 1 }] },
          { kind: 'iban', blurred: 0, covered: 0, dismissed: [{ reason: 'made-up', count: 1 }] },
        ],
      },
    ]);
    expect(sweeps).not.toContain('martina');
    const page = await (await hub.fetch(new Request(`${hub.url}/review/${draft.id}`, { headers: mara.headers }))).text();
    expect(page).toContain('Searched for private details: 2 found, 0 hidden, 2 left to be seen.');
    await hub.stop();
  });
});
