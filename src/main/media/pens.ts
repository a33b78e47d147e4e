import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import type { Card, EditList } from '../../shared/model/edit/list.ts';
import type { CardPicture, CardPictures } from '../../shared/model/overlay/card.ts';
import { type Faces, faceFiles, parseFont } from '../../shared/model/overlay/faces.ts';
import { runFfmpeg } from './ffmpeg.ts';
import { literal } from './guard.ts';
import type { Ffmpeg } from './locate.ts';
import { needsDrawings, type Pens, type PlanFile } from './plan/drawings.ts';
import { disc } from './plan/picture.ts';

const { resolve } = createRequire(import.meta.url);

async function font(name: string) {
  const bytes = await readFile(resolve(name));
  return parseFont(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
}

let known: Promise<Faces> | null = null;

/** The faces of drawings, read from their packages when they are first needed. */
export function loadFaces(): Promise<Faces> {
  known ??= Promise.all([Promise.all(faceFiles.text.map(font)), Promise.all(faceFiles.display.map(font))]).then(([text, display]) => ({
    text,
    display,
  }));
  return known;
}

/** What the maker of drawings reads itself; other pictures are made into PNG first. */
const mimeTypes: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg' };
/** How ffmpeg reads the others. */
const demuxers: Record<string, string> = { webp: 'webp_pipe', gif: 'gif' };
/** A picture larger than this on disk is not put onto a card. */
const largest = 20_000_000;

async function asPng(ffmpeg: Ffmpeg, path: string, demuxer: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const inputs = [{ path: literal(path), options: ['-protocol_whitelist', 'file,pipe', '-f', demuxer] }];
  const outputs = [{ to: (chunk: Uint8Array) => chunks.push(chunk), options: ['-frames:v', '1', '-c:v', 'png', '-f', 'image2pipe'] }];
  await runFfmpeg(ffmpeg, { step: 'Reading a picture', inputs, outputs });
  return Buffer.concat(chunks);
}

/** A picture of the workspace as a card shows it; null where it is gone or is none. */
async function picture(ffmpeg: Ffmpeg, hash: string | null, fileOf: FileOf): Promise<CardPicture | null> {
  const path = hash && fileOf(hash);
  const found = path ? await stat(path).catch(() => null) : null;
  if (!path || !found?.isFile() || found.size > largest) return null;
  const stored = await readFile(path);
  const { width, height, type = '' } = imageSize(stored);
  const demuxer = demuxers[type];
  const mime = demuxer ? 'image/png' : mimeTypes[type];
  if (!mime) return null;
  const bytes = demuxer ? await asPng(ffmpeg, path, demuxer) : stored;
  return { href: `data:${mime};base64,${Buffer.from(bytes).toString('base64')}`, width, height };
}

/** Where a picture of the workspace lies; null where it is gone. */
type FileOf = (hash: string) => string | null;

const pictures = async (ffmpeg: Ffmpeg, card: Card | null, fileOf: FileOf): Promise<CardPictures> => ({
  photo: await picture(ffmpeg, card?.photo ?? null, fileOf),
  logo: await picture(ffmpeg, card?.logo ?? null, fileOf),
});

/** What the drawings of an edit list are made with; null where it has none. `fileOf` says where a picture of the workspace lies. */
export async function pensFor(ffmpeg: Ffmpeg, edit: EditList, fileOf: FileOf): Promise<Pens | null> {
  if (!needsDrawings(edit)) return null;
  const [faces, opening, closing] = await Promise.all([
    loadFaces(),
    pictures(ffmpeg, edit.opening, fileOf),
    pictures(ffmpeg, edit.closing, fileOf),
  ]);
  return { faces, cards: { opening, closing } };
}

async function motionOf(file: PlanFile): Promise<string | Uint8Array> {
  if (file.is === 'text') return file.text;
  if (file.is === 'disc') return disc(file.side);
  // Loaded when it is needed: most edits have nothing drawn.
  const { renderAsync } = await import('@resvg/resvg-js');
  return (await renderAsync(file.svg, { font: { loadSystemFonts: false } })).asPng();
}

/** Lays what a plan needs into its folder. Stops between two files when it is aborted. */
export async function writePlanFiles(folder: string, files: readonly PlanFile[], signal?: AbortSignal): Promise<void> {
  if (files.length > 0) await mkdir(folder, { recursive: true });
  for (const file of files) {
    signal?.throwIfAborted();
    await writeFile(join(folder, file.name), await motionOf(file));
  }
}
