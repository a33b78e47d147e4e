import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openArchive } from '../../../src/main/exchange/archive/read.ts';
import { archiveBytes, type Packed } from '../../../src/main/exchange/archive/write.ts';
import type { Imported, ReviewArrived, Waiting } from '../../../src/shared/contract/exchange.ts';
import type { ReviewPart } from '../../../src/shared/model/review/by-file.ts';
import type { TestStudio } from './studio.ts';

export async function bytesOf({ core }: TestStudio, path: string): Promise<Buffer> {
  const response = await core.fetch(new Request(`http://studio${path}`));
  if (!response.ok) throw await response.json();
  return Buffer.from(await response.arrayBuffer());
}

export const handOut = (studio: TestStudio, module: string): Promise<Buffer> => bytesOf(studio, `/exports/${module}/review`);
export const handBack = (studio: TestStudio, module: string): Promise<Buffer> => bytesOf(studio, `/reviews/${module}/file`);

/** Gives a file to a studio; answers what became of it, or throws its fault as it crosses the wire. */
export async function give({ core }: TestStudio, body: Buffer, name = 'review.showhow'): Promise<Imported & Waiting & ReviewArrived> {
  const request = new Request(`http://studio/imports/documents?name=${name}`, { method: 'POST', body: new Uint8Array(body) });
  const response = await core.fetch(request);
  const answer: unknown = await response.json();
  if (!response.ok) throw answer;
  return answer as Imported & Waiting & ReviewArrived;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The same file with other things in it, as someone makes it by hand: all sums are right again, where `sums` is left on. */
export async function tampered(
  folder: string,
  bytes: Buffer,
  change: (files: Map<string, Buffer>) => void,
  { sums = true } = {},
): Promise<Buffer> {
  const path = join(folder, 'tampered.zip');
  await writeFile(path, bytes);
  const archive = await openArchive(path, { entries: 100, unpacked: 1e9, largest: 1e9 });
  const files = new Map<string, Buffer>();
  for (const name of archive.files) files.set(name, await archive.bytes(name, 1e9));
  archive.close();
  change(files);
  if (sums)
    edit(files, 'manifest.json', (manifest) => {
      for (const part of manifest.parts as { name: string; hash: string; bytes: number }[]) {
        const now = files.get(part.name) ?? Buffer.alloc(0);
        Object.assign(part, { hash: sha256(now), bytes: now.length });
      }
    });
  return archiveBytes([...files].map(([name, from]): Packed => ({ name, from, deflate: name.endsWith('.json') })));
}

export function edit(files: Map<string, Buffer>, name: string, how: (value: Record<string, unknown>) => void): void {
  const value = JSON.parse(String(files.get(name))) as Record<string, unknown>;
  how(value);
  files.set(name, Buffer.from(JSON.stringify(value)));
}

export const editReview = (files: Map<string, Buffer>, how: (part: ReviewPart) => void): void =>
  edit(files, 'review.json', (value) => how(value as unknown as ReviewPart));
