import type { MediaType } from '../../shared/model/package.ts';

/** As many bytes from a file's start as `mediaTypeOf` looks at. */
export const signatureBytes = 16;

const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

/** What a file is, by its first bytes and never by its name; null for everything a module may not carry. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (latin(bytes, 4, 8) === 'ftyp') return 'video/mp4';
  if (latin(bytes, 0, 6) === 'WEBVTT') return 'text/vtt';
  if (latin(bytes, 0, 1) === '{') return 'application/json';
  return null;
}
