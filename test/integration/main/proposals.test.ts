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
      expect((await client.edits.list()).map(({ title }) => title)).toEqual(['First', 'Second', 'pause']);
    } finally {
      await core.close();
    }
  });
});
