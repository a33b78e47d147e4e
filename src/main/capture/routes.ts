import { extname, join } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import { fileResponse } from '../../node/file-response.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { Id } from '../../shared/model/ids.ts';
import { largestPiece } from '../../shared/model/recording.ts';
import { TrackKind } from '../../shared/model/take.ts';
import type { Studio } from '../studio.ts';
import { takeFolder } from './folder.ts';
import type { Recorder } from './recorder.ts';

const Piece = z.object({ id: Id, kind: TrackKind, sequence: z.coerce.number().int().nonnegative() });

/** A name, not a way: no separators, no dot in front, and only what a take is made of. */
const PlayedFile = z.object({ id: Id, file: z.string().regex(/^[a-z0-9][\w.-]{0,80}\.(mp4|webm|mkv|mov|m4a|jpg|png|json)$/i) });

const types: Record<string, string> = {
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mkv': 'video/x-matroska',
  '.mov': 'video/quicktime',
  '.m4a': 'audio/mp4',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.json': 'application/json',
};

/** Reads a body of known greatest length; more is refused before it is in memory. */
async function readPiece(request: Request): Promise<Uint8Array> {
  const tooLarge = () => new Fault('MEDIA_TOO_LARGE', { name: 'This piece of the recording', maxBytes: largestPiece });
  if (Number(request.headers.get('content-length') ?? 0) > largestPiece) throw tooLarge();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  if (request.body) {
    for await (const part of request.body) {
      bytes += part.byteLength;
      if (bytes > largestPiece) throw tooLarge();
      parts.push(part);
    }
  }
  return Buffer.concat(parts);
}

function checked<T>(model: z.ZodType<T>, params: unknown, what: string): T {
  const parsed = model.safeParse(params);
  if (!parsed.success) throw new Fault('NOT_FOUND', { what });
  return parsed.data;
}

/** The bytes of takes: pieces of a recording come in, tracks and pictures go out. */
export function captureRoutes({ paths }: Studio, recorder: Recorder): Hono {
  return new Hono()
    .put('/takes/:id/:kind/:sequence', async (context) => {
      const { id, kind, sequence } = checked(Piece, context.req.param(), 'track');
      await recorder.append(id, kind, sequence, await readPiece(context.req.raw));
      return context.body(null, 204);
    })
    .get('/takes/:id/:file', (context) => {
      const { id, file } = checked(PlayedFile, context.req.param(), 'file');
      const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
      return fileResponse(context.req.raw, join(takeFolder(paths, id), file), { type });
    });
}
