import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { expect, test } from 'vitest';
import { createCore } from '../../../src/main/core.ts';
import type { studio } from '../../../src/shared/contract/studio.ts';
import { partList } from '../../../src/shared/model/proposals/steps.ts';
import type { Take } from '../../../src/shared/model/take.ts';
import { testHost } from '../support/host.ts';
import { run, withFolder } from './media/material.ts';

test('silences are found in what was listened to once, decisions are kept beside the edit, and parts are cuts of their own', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'pause.mp4');
    const tone = "sine=frequency=330,volume='lt(t,2)+gt(t,4)':eval=frame";
    await run(['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=30', '-f', 'lavfi', '-i', tone, '-t', '6', '-c:a', 'aac', file]);
    const core = await createCore(testHost(join(folder, 'workspace')));
    try {
      const link = new RPCLink({ url: 'http://studio/api', fetch: async (request) => core.fetch(request) });
      const client: ContractRouterClient<typeof studio> = createORPCClient(link);
      const imported = await core.fetch(
        new Request('http://studio/imports?name=pause.mp4', { method: 'POST', body: await readFile(file) }),
      );
      const { take, job } = (await imported.json()) as { take: Take; job: { id: string } };
      await core.studio.jobs.finished(job.id);

      const [silence, ...others] = await client.takes.silences({ id: take.id, below: -40, shortest: 1 });
      expect(others).toEqual([]);
      expect(silence?.from).toBeCloseTo(2, 1);
      expect(silence?.to).toBeCloseTo(4, 1);
      expect(await client.takes.silences({ id: take.id, below: -40, shortest: 3 })).toEqual([]);

      const edit = await client.edits.open({ take: take.id });
      expect(await client.proposals.choices({ edit: edit.id })).toEqual({ left: [], silence: { below: null, rest: 0.5 } });
      const choices = { left: ['silence a 3'], silence: { below: -38, rest: 1 } };
      await client.proposals.choose({ edit: edit.id, choices });
      expect(await client.proposals.choices({ edit: edit.id })).toEqual(choices);
      expect((await client.edits.get({ id: edit.id })).version).toBe(edit.version);
      const missing = '00000000-0000-4000-8000-000000000000';
      await expect(client.proposals.choices({ edit: missing })).rejects.toMatchObject({ code: 'NOT_FOUND' });

      const parts = [
        { from: 0, to: 2, title: 'First' },
        { from: 2, to: 6, title: 'Second' },
      ].map((part) => ({ title: part.title, list: partList(edit.list, part) }));
      const made = await client.edits.part({ id: edit.id, parts });
      expect(made.map(({ title, take: from }) => [title, from])).toEqual([
        ['First', take.id],
        ['Second', take.id],
      ]);
      const titles = async () => (await client.edits.list()).map(({ title }) => title);
      expect(await titles()).toEqual(['First', 'Second', 'pause']);

      // One of them goes alone, and comes back; the last one goes with its recording, which another cut may hold.
      const [first, second] = made.map(({ id }) => id);
      if (!first || !second) throw new Error('There are two parts');
      await client.edits.remove({ id: first });
      expect(await titles()).toEqual(['Second', 'pause']);
      expect(await client.takes.list()).toHaveLength(1);
      await client.edits.restore({ id: first });
      expect(await titles()).toEqual(['First', 'Second', 'pause']);
      await client.edits.remove({ id: first });
      await client.edits.remove({ id: second });
      await expect(client.edits.remove({ id: edit.id })).rejects.toMatchObject({ code: 'EDIT_ONLY_ONE' });

      const other = (await (
        await core.fetch(new Request('http://studio/imports?name=other.mp4', { method: 'POST', body: await readFile(file) }))
      ).json()) as { take: Take; job: { id: string } };
      await core.studio.jobs.finished(other.job.id);
      const holds = await client.edits.open({ take: other.take.id });
      const saved = await client.edits.save({ id: holds.id, version: holds.version, list: edit.list });
      await expect(client.takes.discard({ id: take.id })).rejects.toMatchObject({ code: 'TAKE_IN_USE', data: { cut: 'other' } });
      await client.edits.save({ id: holds.id, version: saved.version, list: holds.list });
      await client.takes.discard({ id: take.id });
      expect(await titles()).toEqual(['other']);
    } finally {
      await core.close();
    }
  });
});
