import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test, vi } from 'vitest';
import { studioClient } from '../../../src/cli/client.ts';
import { addCheck } from '../../../src/cli/commands/check.ts';
import { withCore } from '../../../src/cli/core.ts';
import { runProgram } from '../../../src/cli/output.ts';
import { asked, good, lesson } from '../../unit/shared/lint/support.ts';
import { withFolder } from '../main/media/material.ts';

async function check(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const into = (kind: keyof typeof said) => (text: string | Uint8Array) => {
    said[kind] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(into('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(into('err')),
  ];
  try {
    const program = new Command('showhow').exitOverride();
    addCheck(program);
    return { code: await runProgram(program, ['node', 'showhow', 'check', ...args]), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

test('a module is checked by id or title; an error ends the command with 1, a warning alone with 0', () =>
  withFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    const id = await withCore({ workspace }, async (core) => {
      const client = studioClient(core);
      await client.profile.save({ ...(await client.profile.get()), name: 'Mara' });
      return (await client.modules.create({})).id;
    });
    const args = ['--workspace', workspace];
    const empty = await check(id, ...args, '--json');
    expect([empty.code, empty.err]).toEqual([1, '']);
    expect(JSON.parse(empty.out)).toEqual({
      findings: [
        { rule: 'title', severity: 'error', block: null, message: 'The module has no title.' },
        { rule: 'objective', severity: 'error', block: null, message: expect.any(String) },
        { rule: 'body', severity: 'error', block: null, message: expect.any(String) },
      ],
    });

    await withCore({ workspace }, (core) => studioClient(core).modules.save({ id, version: 0, content: lesson([good()]) }));
    const warned = await check('Closing the till', ...args);
    expect(warned).toMatchObject({ code: 0, err: '' });
    expect(warned.out).toMatch(/^· No question checks the objective\.\n {2}A question shows/);

    await withCore({ workspace }, (core) => studioClient(core).modules.save({ id, version: 1, content: lesson([good(), asked()]) }));
    expect(await check(id, ...args, '--json')).toEqual({ code: 0, out: '{"findings":[]}\n', err: '' });
    expect((await check(...args, '--json')).code).toBe(2);
    expect(await check('Nobody knows it', ...args)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('NOT_FOUND') });
  }));
