import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test, vi } from 'vitest';
import { addImport } from '../../../src/cli/commands/import.ts';
import { addProbe } from '../../../src/cli/commands/probe.ts';
import { addSalvage } from '../../../src/cli/commands/salvage.ts';
import { runProgram } from '../../../src/cli/output.ts';
import { flashes, run, sound, withFolder } from '../main/media/material.ts';

/** Runs a command as the program does; what it wrote, and its exit code. */
async function showhow(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const into = (kind: keyof typeof said) => (text: string | Uint8Array) => {
    said[kind] += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
  try {
    const program = new Command('showhow').exitOverride();
    for (const add of [addProbe, addImport, addSalvage]) add(program);
    program.configureOutput({ writeErr: (text) => process.stderr.write(text) });
    const code = await runProgram(program, ['node', 'showhow', ...args]);
    return { code, ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

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
