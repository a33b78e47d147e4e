import { open, writeFile } from 'node:fs/promises';
import type { Span } from '../../shared/model/captions/captions.ts';

/** What engines listen to: 16 kHz, mono, 16 bit. */
export const sampleRate = 16_000;
const bytesPerSecond = sampleRate * 2;
const headerBytes = 44;

/** The head of a WAVE file of so many bytes of sound. */
function header(bytes: number): Buffer {
  const head = Buffer.alloc(headerBytes);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(sampleRate, 24);
  head.writeUInt32LE(bytesPerSecond, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(bytes, 40);
  return head;
}

/** A stretch of a WAVE file, whose head has the shortest form there is, as a file of its own. */
export async function cutWave(file: string, to: string, from: number, until: number): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const start = headerBytes + 2 * Math.round(from * sampleRate);
    const end = Math.min(size, headerBytes + 2 * Math.round(until * sampleRate));
    const samples = Buffer.alloc(Math.max(0, end - start));
    await handle.read(samples, 0, samples.length, start);
    await writeFile(to, Buffer.concat([header(samples.length), samples]));
  } finally {
    await handle.close();
  }
}

/** Seconds over which loudness is taken. */
const step = 0.02;
const bytesPerStep = 2 * Math.round(step * sampleRate);
/** Rests shorter than this are part of speech, sounds shorter than this are none. Seconds. */
const shortestRest = 0.24;
const shortestSpeech = 0.12;
/** Quieter than this is silence, whatever else there is. dBFS. */
const quiet = -52;

/** Loudness of raw samples every `step` seconds, in dBFS. */
export function levelsOf(samples: Buffer): number[] {
  const count = bytesPerStep / 2;
  const found: number[] = [];
  for (let at = 0; at + 2 * count <= samples.length; at += 2 * count) {
    let sum = 0;
    for (let index = 0; index < count; index += 1) {
      const value = samples.readInt16LE(at + 2 * index) / 32_768;
      sum += value * value;
    }
    found.push(10 * Math.log10(sum / count + 1e-10));
  }
  return found;
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? quiet;

/** Where something is said: louder than the room by a third of the way to the loudest. */
export function speechOf(levels: readonly number[]): Span[] {
  const sorted = [...levels].sort((one, other) => one - other);
  const [room, voice] = [at(sorted, 0.1), at(sorted, 0.95)];
  const threshold = Math.max(quiet, room + (voice - room) * 0.35);
  if (voice < quiet || voice - room < 6) return voice < quiet || levels.length === 0 ? [] : [{ from: 0, to: levels.length * step }];
  const spans: Span[] = [];
  for (const [index, level] of levels.entries()) {
    if (level < threshold) continue;
    const [from, to] = [index * step, (index + 1) * step];
    const last = spans.at(-1);
    if (last && from - last.to < shortestRest) last.to = to;
    else spans.push({ from, to });
  }
  return spans.filter(({ from, to }) => to - from >= shortestSpeech);
}

/** The same for a WAVE file, however long: it is never in memory as a whole. */
export async function speechIn(file: string): Promise<Span[]> {
  const handle = await open(file, 'r');
  try {
    const piece = Buffer.alloc(2000 * bytesPerStep);
    const levels: number[] = [];
    for (let place = headerBytes; ; place += piece.length) {
      const { bytesRead } = await handle.read(piece, 0, piece.length, place);
      levels.push(...levelsOf(piece.subarray(0, bytesRead)));
      if (bytesRead < piece.length) return speechOf(levels);
    }
  } finally {
    await handle.close();
  }
}
