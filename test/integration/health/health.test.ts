import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { measureHealth } from '../../../src/main/health/measure.ts';
import { noStory } from '../../../src/shared/model/health/judge-events.ts';
import type { HealthReport } from '../../../src/shared/model/health/report.ts';
import type { Track, TrackKind } from '../../../src/shared/model/take.ts';
import { ffmpeg, run, sound, withFolder } from '../main/media/material.ts';
import { openStudio } from '../support/studio.ts';

const key = ['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '0', '-g', '20', '-pix_fmt', 'yuv420p'];
const moving = (file: string, seconds: number, after = '') =>
  run(['-f', 'lavfi', '-i', `testsrc2=size=320x180:rate=30:d=${seconds}${after}`, ...key, file]);
const track = (kind: TrackKind, duration: number): Track => ({
  kind,
  file: `${kind}.mp4`,
  stream: 0,
  codec: kind === 'screen' || kind === 'camera' ? 'h264' : 'opus',
  duration,
  offset: 0,
});
const speech = '0.25*sin(2*PI*(180+40*sin(2*PI*3*t))*t)*lt(mod(t\\,4)\\,3)+0.001*random(0)';

function measure(folder: string, tracks: Track[], marks: number[] = []): Promise<HealthReport> {
  const duration = Math.max(...tracks.map((one) => one.duration));
  return measureHealth(ffmpeg, { tracks, duration, marks, story: noStory, pathOf: ({ file }) => join(folder, file) });
}

test('a take that is well is said to be', async () => {
  await withFolder(async (folder) => {
    await moving(join(folder, 'screen.mp4'), 12);
    await sound(join(folder, 'microphone.mp4'), 12, speech);
    const report = await measure(folder, [track('screen', 12), track('microphone', 12)]);
    expect(report.findings).toEqual([]);
    const heard = report.tracks.find(({ kind }) => kind === 'microphone');
    expect(heard?.loudness).toBeGreaterThan(-25);
    expect(heard?.loudness).toBeLessThan(-8);
    expect(heard?.noiseFloor).toBeLessThan(-55);
  });
});

test('where only a part of the screen changes is found with its place and time', async () => {
  await withFolder(async (folder) => {
    const boxes = [0, 1, 2, 3].map(
      (place) => `drawbox=x=${40 + place * 10}:y=30:w=12:h=12:c=white:t=fill:enable='between(t,6,16)*eq(mod(floor(t),4),${place})'`,
    );
    const typed = boxes.join(',');
    await run(['-f', 'lavfi', '-i', `color=c=0x303030:size=320x180:rate=30:d=24,${typed}`, ...key, join(folder, 'screen.mp4')]);
    const { work } = await measure(folder, [track('screen', 24)]);
    expect(work).toHaveLength(1);
    const [{ from, to, area } = { from: 0, to: 0, area: { x: 1, y: 1, width: 1, height: 1 } }] = work ?? [];
    expect(Math.abs(from - 6)).toBeLessThanOrEqual(1.5);
    expect(Math.abs(to - 17)).toBeLessThanOrEqual(2);
    expect(area.x).toBeLessThan(40 / 320);
    expect(area.x + area.width).toBeGreaterThan(82 / 320);
    expect(area.y).toBeLessThan(30 / 180);
    expect(Math.max(area.width, area.height)).toBeLessThan(0.5);
  });
});

test('black, frozen, silent and distorted stretches are found at their places', async () => {
  await withFolder(async (folder) => {
    await moving(join(folder, 'screen.mp4'), 20, ",drawbox=c=black:t=fill:enable='between(t,5,9)'");
    await moving(join(folder, 'camera.mp4'), 20, ',loop=loop=240:size=1:start=300,trim=duration=20');
    await sound(
      join(folder, 'microphone.mp4'),
      20,
      'max(-1\\,min(1\\,4*sin(2*PI*300*t)*between(t\\,12\\,14)+0.2*sin(2*PI*200*t)*lt(mod(t\\,3)\\,2)))',
    );
    await sound(join(folder, 'system.mp4'), 20, '0');
    const tracks = [track('screen', 20), track('camera', 20), track('microphone', 20), track('system', 20)];
    const { findings } = await measure(folder, tracks, [10]);
    const find = (kind: string, of: TrackKind) => findings.find((finding) => finding.kind === kind && finding.track === of);
    const black = find('black', 'screen');
    expect(black?.from).toBeCloseTo(5, 0);
    expect(black?.to).toBeCloseTo(9, 0);
    const frozen = find('frozen', 'camera');
    expect(frozen?.from).toBeCloseTo(10, 0);
    expect(frozen?.to).toBeGreaterThan(17);
    expect(frozen?.mend).toMatchObject({ do: 'screen-only' });
    const clipping = find('clipping', 'microphone');
    expect(clipping?.from).toBeCloseTo(12, 0);
    expect(clipping?.to).toBeCloseTo(14, 0);
    expect(clipping?.mend).toEqual({ do: 'redo', from: 10, to: 20 });
    expect(find('silent', 'system')).toBeUndefined();
  });
});

test('a microphone that recorded nothing is found', async () => {
  await withFolder(async (folder) => {
    await moving(join(folder, 'screen.mp4'), 10);
    await sound(join(folder, 'microphone.mp4'), 10, '0');
    const { findings } = await measure(folder, [track('screen', 10), track('microphone', 10)]);
    expect(findings).toMatchObject([{ kind: 'silent', track: 'microphone', weight: 'fault' }]);
  });
});

const exec = promisify(execFile);

test('an imported take is measured by itself as soon as it is ready, and its report stays', async () => {
  await withFolder(async (folder) => {
    const file = join(folder, 'talk.mp4');
    await exec(ffmpeg.path, [
      ...[
        '-y',
        '-v',
        'error',
        '-f',
        'lavfi',
        '-i',
        'testsrc2=size=320x180:rate=30:d=8',
        '-f',
        'lavfi',
        '-i',
        `aevalsrc=${speech}:d=8:s=48000`,
      ],
      ...[...key, '-c:a', 'aac', file],
    ]);
    const workspace = join(folder, 'workspace');
    await mkdir(workspace);
    const { core, client } = await openStudio(workspace);
    try {
      const { importFile } = await import('../../../src/main/media/import-file.ts');
      const { take, job } = await importFile(ffmpeg, core.studio, file);
      await core.studio.jobs.finished(job.id);
      await expect.poll(async () => (await client.health.get({ take: take.id })) !== null, { timeout: 30_000 }).toBe(true);
      const report = await client.health.get({ take: take.id });
      expect(report).toMatchObject({ version: 2, findings: [] });
      expect(report?.duration).toBeCloseTo(8, 0);
    } finally {
      await core.close();
    }
  });
});
