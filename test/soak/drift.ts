import { join } from 'node:path';
import type { Take, Track } from '../../src/shared/model/take.ts';
import type { BenchRow } from '../bench/material.ts';
import { beepsIn, distances, flashesIn, middle, type Part } from '../e2e/support/onsets.ts';

/** Tracks begin at most this far from each other, in ms, and slide by at most so much a minute. */
const mayBeApart = 40;
const mayDrift = 10;
const windowLength = 60;

/** Where in its second something happens that happens each second, from −0.5 to 0.5: the middle of all. */
function phase(times: readonly number[]): number {
  const first = times[0] ?? Number.NaN;
  return middle(times.map((time) => time - first - Math.round(time - first))) + first - Math.round(first);
}

/** From one place in a second to another, the short way round. */
const turned = (from: number, to: number): number => to - from - Math.round(to - from);

/**
 * How far sound and picture are apart at the beginning of a long take and how they slide until its end, from its files.
 * The tab flashes and beeps each second; `lateness` is by how much it painted each flash late itself. The microphone
 * beeps each second of its own clock, so its is how far that slides against the take's. The camera holds a picture for longer whenever its
 * file begins anew: `watched` is when an onlooker saw it flash, and what counts is how far the take's flashes slide against those.
 */
export async function drift(take: Take, folder: string, lateness: readonly number[], watched: readonly number[]): Promise<BenchRow[]> {
  const track = (kind: Track['kind']): Track => {
    const found = take.tracks.find((one) => one.kind === kind);
    if (!found) throw new Error(`The take has no ${kind}`);
    return found;
  };
  const windows: Part[] = [2, take.duration - windowLength - 2].map((from) => ({ from, length: windowLength }));
  const minutes = (take.duration - windowLength) / 60;
  const within = async (kind: Track['kind'], find: (path: string, part: Part) => Promise<number[]>): Promise<number[][]> => {
    const { file, offset } = track(kind);
    return Promise.all(windows.map(async (part) => (await find(join(folder, file), part)).map((time) => time + offset)));
  };
  const flashes = await within('screen', (path, part) => flashesIn(path, part));
  const beeps = await within('system', (path, part) => beepsIn(path, 0.15, part));
  const painted = [lateness.slice(0, windowLength), lateness.slice(-windowLength)].map(middle);
  const apart = windows.map((_, index) => middle(distances(flashes[index] ?? [], beeps[index] ?? [])) + (painted[index] ?? Number.NaN));
  const spoken = await within('microphone', (path, part) => beepsIn(path, 0.1, part));
  const microphone = turned(phase(spoken[0] ?? []), phase(spoken[1] ?? []));
  const [first = [], last = []] = await within('camera', (path, part) => flashesIn(path, part, 180));
  const began = distances(first.slice(0, 1), [...watched])[0] ?? Number.NaN;
  const onTake = watched.map((time) => time - began);
  const [early, late] = [first, last].map((flashes) => middle(distances(flashes, onTake)));
  const row = (name: string, seconds: number, unit: string, target: number): BenchRow => {
    const value = Math.abs(seconds * 1000);
    return { name, value, unit, target, ok: value <= target };
  };
  const [begin = Number.NaN, end = Number.NaN] = apart;
  return [
    row('Screen and its sound begin apart by', begin, 'ms', mayBeApart),
    row('and slide by', (end - begin) / minutes, 'ms a minute', mayDrift),
    row('The microphone slides by', microphone / minutes, 'ms a minute', mayDrift),
    row('The camera slides by', ((late ?? Number.NaN) - (early ?? Number.NaN)) / minutes, 'ms a minute', mayDrift),
  ];
}
