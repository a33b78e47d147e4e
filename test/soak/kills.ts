import { setTimeout } from 'node:timers/promises';
import type { Take } from '../../src/shared/model/take.ts';
import type { BenchRow } from '../bench/material.ts';
import { withOwnStudio } from '../bench/studio.ts';
import { runShowhow } from '../e2e/support/program.ts';
import { beginRecording } from '../e2e/support/recording.ts';
import { withAllSources } from './sources.ts';

/** What may be lost, in seconds. */
const mayBeLost = 0.6;
const [shortest, longest] = [3, 12];
/** A lock whose owner died is nobody's after this long, in milliseconds. */
const lockIsStale = 11_000;

/** Kills the browser in mid-take, ends the studio, and answers how many seconds of which track are missing. */
async function killedOnce(moment: number): Promise<{ lost: number; tracks: number }> {
  return withOwnStudio(async (studio) => {
    const ran = await withAllSources(studio, async ({ page, kill }) => {
      await beginRecording(page);
      const began = performance.now();
      await setTimeout(moment * 1000);
      const seconds = (performance.now() - began) / 1000;
      await kill();
      return seconds;
    });
    await studio.kill();
    await setTimeout(lockIsStale);
    const { stdout, stderr } = await runShowhow(['salvage', '--workspace', studio.workspace, '--json']);
    if (stdout === '') throw new Error(`Nothing was salvaged: ${stderr}`);
    const [take] = (JSON.parse(stdout) as { takes: Take[] }).takes;
    if (take?.state !== 'ready') throw new Error(`The take is ${take?.state ?? 'not there'} after a kill at ${moment.toFixed(1)} s`);
    const shortestTrack = Math.min(...take.tracks.map(({ offset, duration }) => offset + duration));
    return { lost: ran - shortestTrack, tracks: take.tracks.length };
  });
}

/** Recordings killed at random moments with all four tracks: each has to open, and with nearly all that was recorded. */
export async function killedRecordings(count: number): Promise<BenchRow[]> {
  const lost: number[] = [];
  let tracks = Number.POSITIVE_INFINITY;
  for (let round = 1; round <= count; round += 1) {
    const moment = shortest + Math.random() * (longest - shortest);
    const found = await killedOnce(moment);
    lost.push(found.lost);
    tracks = Math.min(tracks, found.tracks);
    process.stderr.write(`killed ${round} of ${count} at ${moment.toFixed(1)} s: ${found.lost.toFixed(2)} s lost\n`);
  }
  const most = Math.max(...lost);
  const fewest = { name: 'Tracks saved of four, at least', value: tracks, unit: 'tracks', target: 4, ok: tracks === 4 };
  return [{ name: `Lost when killed, the most of ${count}`, value: most, unit: 's', target: mayBeLost, ok: most <= mayBeLost }, fewest];
}
