import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Kit, KitFile } from '../../../src/shared/model/kit.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';

let folder: string;
let studio: TestStudio;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'showhow-'));
  studio = await openStudio(join(folder, 'workspace'));
});
afterEach(async () => {
  await studio.core.close();
  await rm(folder, { recursive: true, force: true });
});

const logo = Buffer.from(
  new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#f00"/></svg>')
    .render()
    .asPng(),
);
const file: KitFile = {
  format: 'showhow-kit/1',
  kit: { company: 'Nordlicht', colour: '#204060', closing: 'Ask your colleagues' },
  logo: logo.toString('base64'),
};

test('a kit is empty at first, opened from a file with its logo, and handed on as the same file', async () => {
  expect(await studio.client.kit.get()).toEqual({ company: '', logo: null, colour: null, closing: '' } satisfies Kit);
  const opened = await studio.client.kit.open(file);
  expect(opened).toMatchObject(file.kit);
  const shown = await studio.core.fetch(new Request(`http://studio/media/${opened.logo}`));
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(logo);
  expect(await studio.client.kit.file()).toEqual(file);
});

test('a logo that is no picture is refused, and the kit stays as it was', async () => {
  await studio.client.kit.open(file);
  const evil = { ...file, kit: { ...file.kit, company: 'Other' }, logo: Buffer.from('<svg onload="alert(1)"/>').toString('base64') };
  await expect(studio.client.kit.open(evil)).rejects.toMatchObject({ code: expect.stringMatching(/^MEDIA_/) });
  await expect(studio.client.kit.open({ ...file, logo: 'not base64!' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  expect((await studio.client.kit.get()).company).toBe('Nordlicht');
});
