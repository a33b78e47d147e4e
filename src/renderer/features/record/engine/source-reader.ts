/** Gives each piece of a source to `take` until it ends. A source that fails is one that ended: the take goes on without it. */
export async function readAll<T>(reader: ReadableStreamDefaultReader<T>, take: (piece: T) => void): Promise<void> {
  const next = () => reader.read().catch(() => ({ done: true as const, value: undefined }));
  for (let piece = await next(); !piece.done; piece = await next()) take(piece.value);
}

/** Stops reading. A source that is gone already has nothing to let go of. */
export const letGo = (reader: ReadableStreamDefaultReader<unknown>): Promise<void> => reader.cancel().catch(() => undefined);
