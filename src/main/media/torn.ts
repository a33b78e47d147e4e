import { open } from 'node:fs/promises';

/** Bytes that say what a box of an MP4 is: its length, its kind, and its length again where that is too large for the first. */
const headBytes = 16;

/** The box that begins with these bytes; null where none does. Its length is in bytes, and 0 for one that goes on to the end of the file. */
function readBox(head: Buffer): { bytes: number; kind: string } | null {
  if (head.byteLength < 8) return null;
  const kind = head.toString('latin1', 4, 8);
  if (!/^[\x20-\x7e]{4}$/.test(kind)) return null;
  const short = head.readUInt32BE(0);
  if (short !== 1) return short === 0 || short >= 8 ? { bytes: short, kind } : null;
  return head.byteLength < headBytes ? null : { bytes: Number(head.readBigUInt64BE(8)), kind };
}

/**
 * Up to where, in bytes, an MP4 is whole that ends in what spoils all of it; null for any other file. One that breaks off within
 * the pictures or the sound of a fragment is read up to there; but where it breaks off within the description before them, or
 * goes on with what a loss of power left, ffmpeg gives all of it up.
 */
export async function tornAt(path: string): Promise<number | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(headBytes);
    let at = 0;
    while (at < size) {
      const { bytesRead } = await file.read(head, 0, headBytes, at);
      const box = readBox(head.subarray(0, bytesRead));
      if (at === 0 && box?.kind !== 'ftyp') return null;
      if (box === null) return at;
      const end = box.bytes === 0 ? size : at + box.bytes;
      if (end > size) return box.kind === 'mdat' || at === 0 ? null : at;
      at = end;
    }
    return null;
  } finally {
    await file.close();
  }
}
