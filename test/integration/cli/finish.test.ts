import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { addFinish } from '../../../src/cli/commands/finish.ts';
import { migrations } from '../../../src/main/database/migrations.ts';
import type { Tables } from '../../../src/main/database/tables.ts';
import { ffmpegSetting } from '../../../src/main/media/toolbox.ts';
import { openDatabase } from '../../../src/node/sqlite.ts';
import { ffmpeg, flashes, withFolder } from '../main/media/material.ts';

/** An ffmpeg that says in a file that it was used. */
async function notingFfmpeg(folder: string): Promise<{ path: string; used(): Promise<string> }> {
  const [path, note] = [join(folder, 'my ffmpeg'), join(folder, 'used')];
  await writeFile(path, `#!/bin/sh\necho used >> '${note}'\nexec '${ffmpeg.path}' "$@"\n`);
  await chmod(path, 0o755);
  return { path, used: () => readFile(note, 'utf8').catch(() => '') };
}

async function finish(...args: string[]): Promise<void> {
  const program = new Command().exitOverride();
  addFinish(program);
  await program.parseAsync(['finish', ...args], { from: 'user' });
}

test('finishing with a workspace uses the ffmpeg that the workspace names', () =>
  withFolder(async (folder) => {
    const workspace = join(folder, 'workspace');
    const video = join(folder, 'talk.mp4');
    const named = await notingFfmpeg(folder);
    await flashes(video, 2);
    await mkdir(workspace);
    const { kysely } = await openDatabase<Tables>(join(workspace, 'showhow.db'), migrations);
    await kysely
      .insertInto('settings')
      .values({ key: ffmpegSetting, value: JSON.stringify(named.path) })
      .execute();
    await kysely.destroy();

    await finish(video, '--out', join(folder, 'alone'));
    expect(await named.used()).toBe('');
    await finish(video, '--out', join(folder, 'made'), '--workspace', workspace);
    expect(await named.used()).toContain('used');
    expect(JSON.parse(await readFile(join(folder, 'made', 'rendition.json'), 'utf8'))).toMatchObject({ width: 320, height: 180 });
  }));
