import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addCaptions } from '../../../src/cli/commands/captions.ts';
import { addFinish } from '../../../src/cli/commands/finish.ts';
import { addHealth } from '../../../src/cli/commands/health.ts';
import { addImport } from '../../../src/cli/commands/import.ts';
import { addProbe } from '../../../src/cli/commands/probe.ts';
import { addSalvage } from '../../../src/cli/commands/salvage.ts';
import { flashes, run, sound, withFolder } from '../main/media/material.ts';
import { runShowhow } from './showhow.ts';

const showhow = (...args: string[]) => runShowhow([addProbe, addImport, addSalvage, addHealth, addCaptions, addFinish], args);

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

test('a file is examined, gets captions from its script, and is finished in several sizes, by commands alone', () =>
  withFolder(async (folder) => {
    const at = (name: string) => join(folder, name);
    await flashes(at('a.mp4'), 8, '640x360');
    // As if someone spoke from 1 to 3 and from 4 to 7.
    const spoken = '0.3*sin(2*PI*220*t)*(between(t\\,1\\,3)+between(t\\,4\\,7))+0.001*random(0)';
    for (const [name, expression] of [
      ['talk', spoken],
      ['mute', '0'],
    ] as const) {
      await sound(at(`${name}.wav`), 8, expression, ['-c:a', 'pcm_s16le']);
      await run(['-i', at('a.mp4'), '-i', at(`${name}.wav`), '-c:v', 'copy', '-c:a', 'aac', at(`${name}.mp4`)]);
    }
    const well = await showhow('health', at('talk.mp4'), '--json');
    expect([well.code, well.err]).toEqual([0, '']);
    expect(JSON.parse(well.out)).toMatchObject({ version: 2, findings: [] });
    expect(JSON.parse((await showhow('health', at('mute.mp4'), '--json')).out).findings).toContainEqual(
      expect.objectContaining({ kind: 'silent', track: 'microphone', weight: 'fault' }),
    );
    expect((await showhow('health', at('mute.mp4'))).out).toMatch(/^! The microphone recorded nothing at all\./);
    expect((await showhow('health')).code).toBe(2);
    // As a browser records: what is written in one go does not say how long it became.
    const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus', '-f', 'webm', '-'];
    await writeFile(at('talk.webm'), await run(['-i', at('talk.mp4'), ...vp8]));
    const streamed = JSON.parse((await showhow('health', at('talk.webm'), '--json')).out);
    expect([Math.round(streamed.duration), streamed.findings]).toEqual([8, []]);

    await writeFile(at('talk.txt'), 'Oeffne die Kasse. Dann zaehle alle Scheine und Muenzen.');
    const script = ['--script', at('talk.txt'), '--language', 'de'];
    const captions = await showhow('captions', at('talk.mp4'), ...script, '--out', at('talk.srt'), '--json');
    expect([captions.code, JSON.parse(captions.out).out]).toEqual([0, at('talk.srt')]);
    expect(await readFile(at('talk.srt'), 'utf8')).toMatch(
      /^1\r?\n00:00:0[01],\d+ --> 00:00:0[23],\d+\r?\nOeffne die Kasse\.\r?\n\r?\n2\r?\n00:00:0[34],/,
    );
    expect((await showhow('captions', at('talk.mp4'), ...script)).out).toMatch(/^WEBVTT\n\n[\s\S]*Dann zaehle alle/);
    expect((await showhow('captions', at('talk.webm'), ...script)).out).toContain('Dann zaehle alle');
    expect(await showhow('captions', at('talk.mp4'), '--script', at('nowhere.txt'))).toMatchObject({ code: 1, out: '' });

    const wishes = ['--trim', '0-7', '--cut', '3-4', '--sizes', '240', '--hls'];
    const finished = await showhow('finish', at('talk.mp4'), '--out', at('made'), ...wishes, '--json');
    expect([finished.code, JSON.parse(finished.out).rendition]).toMatchObject([0, { width: 640, height: 360 }]);
    expect(JSON.parse(finished.out).rendition.duration).toBeCloseTo(6, 1);
    expect(await readdir(at('made'))).toEqual(
      expect.arrayContaining(['poster.jpg', 'sprite.jpg', 'stream.m3u8', 'video-240.m3u8', 'video-240.mp4', 'video.mp4', 'waveform.json']),
    );
    expect(await showhow('finish', at('talk.mp4'), '--out', at('made'), '--trim', '0-70')).toMatchObject({ code: 1, out: '' });
  }));
