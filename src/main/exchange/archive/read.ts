import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { Fault } from '../../../shared/contract/faults.ts';
import type { ArchiveTrouble } from '../../../shared/model/archive-trouble.ts';
import { type Announced, judgeArchive, type Limits } from './judge.ts';

/** An archive whose directory was found harmless. Its files are read one by one, and only when asked for. */
export interface Archive {
  /** What it is called in a sentence. */
  name: string;
  /** The names of its files in alphabetical order, without folders. */
  files: readonly string[];
  has(file: string): boolean;
  bytesOf(file: string): number;
  /** The bytes of a file, counted and checked against its sum on the way; a fault where they are not what was announced. */
  stream(file: string): Promise<Readable>;
  /** A whole file, at most as large as `maxBytes`. */
  bytes(file: string, maxBytes: number): Promise<Buffer>;
  close(): void;
}

const unixLink = 0o120000;
const unixKind = 0o170000;
/** The mode of a file written on a system with modes stands in the upper half. */
const isLink = ({ externalFileAttributes }: Entry): boolean => ((externalFileAttributes >>> 16) & unixKind) === unixLink;

const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);

/** Folders have no bytes; they are judged like files and then left out. */
const isFolder = (name: string): boolean => name.endsWith('/');

const announced = (entry: Entry): Announced => ({
  name: nameOf(entry),
  packed: entry.compressedSize,
  unpacked: entry.uncompressedSize,
  at: entry.relativeOffsetOfLocalHeader,
  method: entry.compressionMethod,
  encrypted: entry.isEncrypted(),
  link: isLink(entry),
});

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** The same bytes, whose sum is checked when the last one went through: a flipped bit shows nowhere else. */
async function* summed(bytes: Readable, expected: number, asFault: (error?: unknown) => unknown): AsyncGenerator<Uint8Array, void> {
  let sum = 0;
  try {
    for await (const part of bytes) {
      sum = crc32(part, sum);
      yield part;
    }
  } catch (error) {
    throw asFault(error);
  }
  if (sum !== expected) throw asFault();
}

async function entriesOf(zip: ZipFile, limits: Limits): Promise<Entry[] | ArchiveTrouble> {
  if (zip.entryCount > limits.entries) return 'too-many';
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

/** Opens an archive, or refuses it before anything of it is unpacked (`ARCHIVE_BROKEN`, `ARCHIVE_REFUSED`). */
export async function openArchive(path: string, limits: Limits, name = basename(path)): Promise<Archive> {
  const broken = (cause?: unknown) => new Fault('ARCHIVE_BROKEN', { name }, { cause });
  const refused = (why: ArchiveTrouble) => new Fault('ARCHIVE_REFUSED', { name, why });
  const asFault = (error: unknown): unknown => (error instanceof Fault || isSystemError(error) ? error : broken(error));

  const { size } = await stat(path);
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: true }).catch(
    (error: unknown) => {
      throw asFault(error);
    },
  );
  try {
    const entries = await entriesOf(zip, limits).catch((error: unknown) => {
      throw asFault(error);
    });
    if (!Array.isArray(entries)) throw refused(entries);
    const trouble = judgeArchive(entries.map(announced), size, limits);
    if (trouble) throw refused(trouble);
    const files = new Map(entries.flatMap((entry): [string, Entry][] => (isFolder(nameOf(entry)) ? [] : [[nameOf(entry), entry]])));
    const entryOf = (file: string): Entry => {
      const entry = files.get(file);
      if (!entry) throw broken();
      return entry;
    };
    const stream = async (file: string): Promise<Readable> => {
      const entry = entryOf(file);
      const bytes = await zip.openReadStreamPromise(entry).catch((error: unknown) => {
        throw asFault(error);
      });
      return Readable.from(summed(bytes, entry.crc32, asFault), { objectMode: false });
    };
    return {
      name,
      files: [...files.keys()].toSorted(),
      has: (file) => files.has(file),
      bytesOf: (file) => entryOf(file).uncompressedSize,
      stream,
      async bytes(file, maxBytes) {
        if (entryOf(file).uncompressedSize > maxBytes) throw refused('too-large');
        const parts: Uint8Array[] = [];
        for await (const part of await stream(file)) parts.push(part);
        return Buffer.concat(parts);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}
