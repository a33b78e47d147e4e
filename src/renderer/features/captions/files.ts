import { Fault } from '../../../shared/contract/faults.ts';
import { largestCaptionFile, readCaptions } from '../../../shared/model/captions/read.ts';
import type { Draft } from './session.ts';

/** Files are UTF-8; those of older programs, which are not, are read as Western European. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What is in a WebVTT or SubRip file; `left` cues could not be used. Refuses with CAPTIONS_UNREADABLE. */
export async function readFile(file: File): Promise<{ draft: Omit<Draft, 'language'>; left: number }> {
  const unreadable = () => new Fault('CAPTIONS_UNREADABLE', { name: file.name });
  if (file.size > largestCaptionFile) throw unreadable();
  const read = await readCaptions(decoded(await file.arrayBuffer()), () => crypto.randomUUID());
  if (!read || read.cues.length === 0) throw unreadable();
  return { draft: { origin: { by: 'file', name: file.name.slice(0, 200) }, cues: read.cues }, left: read.left };
}
