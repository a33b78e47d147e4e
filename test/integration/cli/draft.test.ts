import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { studioClient } from '../../../src/cli/client.ts';
import { addDraft } from '../../../src/cli/commands/draft.ts';
import { addImport } from '../../../src/cli/commands/import.ts';
import { withCore } from '../../../src/cli/core.ts';
import { withFolder } from '../main/media/material.ts';
import { runShowhow } from './showhow.ts';

const exec = promisify(execFile);

test('a take named by its title is finished and becomes a drafted module; a name nobody has, or two have, is refused', () =>
  withFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    const file = join(folder, 'Close the till.mp4');
    const sources = ['-f', 'lavfi', '-i', 'testsrc2=size=160x90:rate=30', '-f', 'lavfi', '-i', 'sine=frequency=300'];
    await exec('ffmpeg', ['-y', '-v', 'error', ...sources, '-t', '3', '-pix_fmt', 'yuv420p', '-g', '30', '-c:a', 'aac', file]);
    const run = (...args: string[]) => runShowhow([addImport, addDraft], [...args, '--workspace', workspace]);
    expect(await run('import', file)).toMatchObject({ code: 0 });

    const drafted = await run('draft', 'Close the till', '--json');
    expect(drafted).toMatchObject({ code: 0, err: '' });
    const { module } = JSON.parse(drafted.out);
    const { content } = await withCore({ workspace }, (core) => studioClient(core).modules.get({ id: module }));
    expect(content.title).toBe('Close the till');
    expect(content.body.content.map(({ type }) => type)).toContain('steps');

    expect(await run('draft', 'Nobody knows it')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('NOT_FOUND') });
    expect(await run('import', file)).toMatchObject({ code: 0 });
    expect(await run('draft', 'Close the till')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('INPUT_INVALID') });
  }));
