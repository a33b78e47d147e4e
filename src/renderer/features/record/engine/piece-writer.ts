import { StreamTarget, type StreamTargetChunk } from 'mediabunny';
import { joinBytes } from './join-bytes.ts';

/**
 * Pieces are at least this far apart, in milliseconds, so that a track costs a few requests a second and not thirty. It is
 * less than a fragment takes: at the same pace each would wait a little longer than the one before it.
 */
const apart = 250;

/**
 * Gathers what a muxer writes and hands it on in pieces. The muxer only appends; a write anywhere else would need the
 * whole file, which nobody holds.
 */
export function pieceTarget(onPiece: (data: Uint8Array<ArrayBuffer>) => void): { target: StreamTarget; flush(): void } {
  let gathered: Uint8Array[] = [];
  let position = 0;
  let lastFlush = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (gathered.length === 0) return;
    const piece = joinBytes(gathered);
    gathered = [];
    lastFlush = performance.now();
    onPiece(piece);
  };

  const writable = new WritableStream<StreamTargetChunk>({
    write(chunk) {
      if (chunk.position !== position) throw new Error(`The muxer wrote at ${chunk.position} and not at the end, ${position}`);
      position += chunk.data.byteLength;
      gathered.push(chunk.data.slice());
      // A fragment comes in several writes at once: the timer lets them become one piece.
      timer ??= setTimeout(flush, Math.max(20, lastFlush + apart - performance.now()));
    },
    close: flush,
  });
  return { target: new StreamTarget(writable), flush };
}
