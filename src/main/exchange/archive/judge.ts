import type { ArchiveTrouble } from '../../../shared/model/archive-trouble.ts';

/** What an archive's directory says of one file in it. Nothing of it is believed before it was judged. */
export interface Announced {
  name: string;
  /** Bytes in the archive, and bytes it unpacks to. */
  packed: number;
  unpacked: number;
  /** Where its header begins in the archive. */
  at: number;
  /** 0 stored, 8 deflated: the two that are read. */
  method: number;
  encrypted: boolean;
  link: boolean;
}

export interface Limits {
  entries: number;
  /** Bytes that all files unpack to, and the largest of them. */
  unpacked: number;
  largest: number;
}

/** Text packs to a twentieth at best; what unpacks to more than this many times its size was made to fill a disk. */
const highestRatio = 200;
/** Below this nothing is filled, whatever the ratio: a page of spaces is no attack. */
const ratioFrom = 1_000_000;
/** A local header has at least as many bytes, and then its name. */
const headerBytes = 30;

/** Whether a name stays inside the folder it is unpacked to, on every system. */
export function staysInside(name: string): boolean {
  if (name === '' || name.includes('\\') || name.includes('\0') || name.startsWith('/') || /^[a-z]:/i.test(name)) return false;
  return !name.split('/').includes('..');
}

/** Names that are one file on a disk that tells neither case nor the two ways to write an umlaut apart. */
const asOnDisk = (name: string): string => name.normalize('NFC').toLowerCase();

/** Files that share bytes are how a small archive unpacks to petabytes without a high ratio anywhere. */
function overlaps(files: readonly Announced[], archiveBytes: number): boolean {
  const inOrder = files.toSorted((a, b) => a.at - b.at);
  return inOrder.some(({ at, name, packed }, index) => {
    const end = at + headerBytes + Buffer.byteLength(name) + packed;
    return end > (inOrder[index + 1]?.at ?? archiveBytes);
  });
}

function troubleOf({ name, packed, unpacked, method, encrypted, link }: Announced, limits: Limits): ArchiveTrouble | null {
  if (!staysInside(name)) return 'outside';
  if (link) return 'link';
  if (encrypted) return 'encrypted';
  if (method !== 0 && method !== 8) return 'method';
  if (method === 0 && packed !== unpacked) return 'lies';
  if (unpacked > limits.largest) return 'too-large';
  if (unpacked > ratioFrom && unpacked > packed * highestRatio) return 'bomb';
  return null;
}

/** What speaks against opening an archive; null where nothing does. */
export function judgeArchive(files: readonly Announced[], archiveBytes: number, limits: Limits): ArchiveTrouble | null {
  if (files.length > limits.entries) return 'too-many';
  for (const file of files) {
    const trouble = troubleOf(file, limits);
    if (trouble) return trouble;
  }
  if (new Set(files.map(({ name }) => asOnDisk(name))).size < files.length) return 'twice';
  if (files.reduce((sum, { unpacked }) => sum + unpacked, 0) > limits.unpacked) return 'too-large';
  return overlaps(files, archiveBytes) ? 'lies' : null;
}
