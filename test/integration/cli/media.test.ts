import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addImport } from '../../../src/cli/commands/import.ts';
import { addProbe } from '../../../src/cli/commands/probe.ts';
import { addSalvage } from '../../../src/cli/commands/salvage.ts';
import { flashes, run, sound, withFolder } from '../main/media/material.ts';
import { runShowhow } from './showhow.ts';

const showhow = (...args: string[]) => runShowhow([addProbe, addImport, addSalvage], args);

test('commands answer with one JSON document, a refusal with its reason, and wrong usage with its own exit code', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'talk.mp4');
    await flashes(file, 2);
    const probed = await showhow('probe', file, '--json');
    expect([probed.code, probed.err]).toEqual([0, '']);
    expect(JSON.parse(probed.out)).toMatchObject({
      breaksOff: false,
      video: [{ codec: 'h264', width: 320, height: 180, interlaced: false }],
    });

    await writeFile(join(folder, 'text.mp4'), 'no video');
    expect(await showhow('probe', join(folder, 'text.mp4'), '--json')).toMatchObject({ code: 1, out: '' });
    expect((await showhow('probe', join(folder, 'text.mp4'))).err).toMatch(/^MEDIA_UNREADABLE: text\.mp4 cannot be read/);
    expect(await showhow('probe')).toMatchObject({ code: 2, out: '' });

    const salvaged = await showhow('salvage', '--workspace', join(folder, 'workspace'), '--json');
    expect([salvaged.code, JSON.parse(salvaged.out)]).toEqual([0, { takes: [] }]);
  }));

test('a file that breaks off is imported, and the command says what is missing', () =>
  withFolder(async (folder) => {
    await Promise.all([
      flashes(join(folder, 'a.mp4'), 8, '640x360'),
      sound(join(folder, 'a.wav'), 8, '0.1*random(0)', ['-c:a', 'pcm_s16le']),
    ]);
    const whole = join(folder, 'whole.mp4');
    await run(['-i', join(folder, 'a.mp4'), '-i', join(folder, 'a.wav'), '-c:v', 'copy', '-c:a', 'aac', '-movflags', '+faststart', whole]);
    const bytes = await readFile(whole);
    const half = join(folder, 'half.mp4');
    await writeFile(half, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
    const { code, out } = await showhow('import', half, '--workspace', join(folder, 'workspace'));
    expect(code).toBe(0);
    expect(out).toMatch(/half \(\d\.\d s; its file breaks off, and the last \d\.\d s are missing\)/);
  }));
