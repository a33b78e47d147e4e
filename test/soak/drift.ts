import { join } from 'node:path';
import type { Take, Track } from '../../src/shared/model/take.ts';
import type { BenchRow } from '../bench/material.ts';
import { beepsIn, distances, flashesIn, middle, type Part } from '../e2e/support/onsets.ts';

/** Tracks begin at most this far from each other, in ms, and slide by at most so much a minute. */
const mayBeApart = 40;
const mayDrift = 10;
/** The first and the last of a take are looked at: a minute each, less where the take is short, and not its first and last moments. */
const longestWindow = 60;
const margin = 2;
/** Over less than these minutes one picture more or less looks like a slide. */
const slideIsSeen = 5;

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
  const windowLength = Math.min(longestWindow, Math.floor(take.duration / 2 - margin));
  const windows: Part[] = [margin, take.duration - windowLength - margin].map((from) => ({ from, length: windowLength }));
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
  const row = (name: string, value: number, unit: string, target: number): BenchRow => ({
    name,
    value,
    unit,
    target,
    ok: Math.abs(value) <= target,
  });
  const slide = (name: string, seconds: number): BenchRow => {
    const [value, unit] = [(seconds * 1000) / minutes, 'ms a minute'];
    return minutes < slideIsSeen ? { name, value, unit } : row(name, value, unit, mayDrift);
  };
  const [begin = Number.NaN, end = Number.NaN] = apart;
  return [
    row('The screen begins after its sound by', -begin * 1000, 'ms', mayBeApart),
    slide('and slides by', begin - end),
    slide('The microphone slides by', microphone),
    slide('The camera slides by', (late ?? Number.NaN) - (early ?? Number.NaN)),
  ];
}
