import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import type { Readable } from 'node:stream';
import type { DocumentKind, ImportAs, Imported, ReviewArrived } from '../../shared/contract/exchange.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { TooDeep } from '../../shared/model/depth.ts';
import { titleOf } from '../media/import-file.ts';
import { takeReview } from '../review/by-file/arrive.ts';
import type { Studio } from '../studio.ts';
import { type Archive, openArchive } from './archive/read.ts';
import { importBundle } from './bundle/import.ts';
import { openShowhow } from './bundle/manifest.ts';
import { type Files, keepFiles } from './convert/keep.ts';
import type { Converted } from './convert/rough.ts';
import { settle } from './convert/settle.ts';
import type { ExchangeDesk } from './desk.ts';
import { checkFile, isMarkdown, isXliff, kindOf, largestText, limitsOf } from './kind.ts';
import { addressed, pictureNames } from './markdown/addresses.ts';
import { TooLong } from './markdown/bounds.ts';
import { parseMarkdown } from './markdown/parse.ts';
import { readMarkdown } from './markdown/read.ts';
import { importXliff } from './xliff/import.ts';

export interface ImportFile {
  path: string;
  /** What people know it as. */
  name: string;
  /** The folder whose pictures a text may show; null where it came alone. */
  folder: string | null;
  /** What to do where its module is here already; without it MODULE_THERE is thrown. */
  as?: ImportAs | undefined;
  signal: AbortSignal;
}

/**
 * Makes a module of a document, takes a translation into its module, or refuses it and leaves nothing behind. A file for a review
 * is opened as one, unless it is said to come in as a module.
 */
export async function importDocument(studio: Studio, desk: ExchangeDesk, file: ImportFile): Promise<Imported | ReviewArrived> {
  await checkFile(file.path, file.name);
  try {
    return await importChecked(studio, desk, file);
  } catch (error) {
    if (error instanceof TooDeep) throw new Fault('DOCUMENT_TOO_DEEP', { name: file.name }, { cause: error });
    throw error instanceof TooLong ? new Fault('DOCUMENT_TOO_LONG', { name: file.name }, { cause: error }) : error;
  }
}

async function importChecked(studio: Studio, desk: ExchangeDesk, file: ImportFile): Promise<Imported | ReviewArrived> {
  if (isMarkdown(file.name)) return importText(studio, desk, file);
  if (isXliff(file.name)) return importXliff(studio, desk, file.path, file.name);
  const archive = await openArchive(file.path, limitsOf(file.name), file.name);
  try {
    return await importArchive(studio, desk, file, archive);
  } finally {
    archive.close();
  }
}

async function importArchive(studio: Studio, desk: ExchangeDesk, file: ImportFile, archive: Archive): Promise<Imported | ReviewArrived> {
  const kind = kindOf(archive);
  const files: Files = { open: (name) => archive.stream(name) };
  const taken = (from: DocumentKind, converted: Converted) => take(studio, desk, file, { from, converted, files });
  switch (kind.from) {
    case 'showhow': {
      const opened = await openShowhow(archive);
      return (file.as ? null : await takeReview(studio, desk.modules, opened, file.signal)) ?? importBundle(studio, desk, opened, file);
    }
    case 'markdown': {
      const folder = posix.dirname(kind.text);
      const text = (await archive.bytes(kind.text, largestText)).toString('utf8');
      return taken(
        'markdown',
        readMarkdown(parseMarkdown(text), (address) => {
          const found = addressed(address).map((name) => posix.normalize(posix.join(folder, name)));
          return found.find((name) => archive.has(name)) ?? null;
        }),
      );
    }
    case 'word': {
      // The converters are large and rarely needed.
      const { readWord } = await import('./word/read.ts');
      return taken('word', await readWord(archive));
    }
    case 'slides': {
      const { readSlides } = await import('./slides/read.ts');
      return taken('slides', await readSlides(archive));
    }
    case 'h5p': {
      const { readH5p } = await import('./h5p/read.ts');
      return taken('h5p', await readH5p(archive));
    }
  }
}

/** A text with the pictures that lie in its folder or below it. */
async function importText(studio: Studio, desk: ExchangeDesk, file: ImportFile): Promise<Imported> {
  const text = await readFile(file.path, 'utf8');
  const { folder } = file;
  const root = parseMarkdown(text);
  const found = folder === null ? new Map<string, string>() : await filesBeside(folder, pictureNames(root));
  const converted = readMarkdown(root, (address) => addressed(address).find((name) => found.has(name)) ?? null);
  const open = async (name: string): Promise<Readable> => createReadStream(found.get(name) ?? '');
  return take(studio, desk, file, { from: 'markdown', converted, files: { open } });
}

/** Which of these names are files inside a folder, links followed. What lies outside of it is nobody's business. */
async function filesBeside(folder: string, names: readonly string[]): Promise<Map<string, string>> {
  const root = await realpath(folder);
  const found = new Map<string, string>();
  for (const name of names) {
    const path = await realpath(join(root, name)).catch(() => null);
    if (path?.startsWith(root + sep) && (await stat(path)).isFile()) found.set(name, path);
  }
  return found;
}

interface Document {
  from: DocumentKind;
  converted: Converted;
  files: Files;
}

async function take(
  studio: Studio,
  desk: ExchangeDesk,
  { name, signal }: ImportFile,
  { from, converted, files }: Document,
): Promise<Imported> {
  const kept = await keepFiles(converted.blocks, files, { studio, shelf: desk.shelf, ffmpeg: desk.ffmpeg, signal });
  signal.throwIfAborted();
  const { content, dropped } = settle(converted, kept, titleOf(name));
  const { id } = await desk.modules.bring(content);
  studio.log.info({ module: id, from, dropped: dropped.length }, 'a document was brought in');
  return { module: id, title: content.title, from, dropped, author: null, revision: null };
}
