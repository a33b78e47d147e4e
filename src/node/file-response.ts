import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import parseRange from 'range-parser';

export interface FileOptions {
  type: string;
  /** Cache-Control; files named by their hash may be kept for ever. */
  cache?: string;
}

/**
 * A file as an answer to a request: whole, or the range that was asked for. 404 where it is not there, 416 outside it.
 * Seeking in a video depends on this: without 206 the seek bar snaps back.
 */
export async function fileResponse(request: Request, path: string, { type, cache = 'no-cache' }: FileOptions): Promise<Response> {
  const found = await stat(path).catch(missing);
  if (!found?.isFile()) return new Response(null, { status: 404 });
  const { size, mtimeMs } = found;
  const headers = new Headers({
    'Content-Type': type,
    'Accept-Ranges': 'bytes',
    'Cache-Control': cache,
    ETag: `"${size.toString(16)}-${Math.round(mtimeMs).toString(16)}"`,
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.headers.get('If-None-Match') === headers.get('ETag')) return new Response(null, { status: 304, headers });

  const wanted = request.headers.get('Range');
  const ranges = wanted ? parseRange(size, wanted) : undefined;
  if (ranges === -1) {
    headers.set('Content-Range', `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const range = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined;
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers.set('Content-Length', String(end - start + 1));
  if (range) headers.set('Content-Range', `bytes ${start}-${end}/${size}`);
  const body = request.method === 'HEAD' || size === 0 ? null : (Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream);
  return new Response(body, { status: range ? 206 : 200, headers });
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
