import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { recordSound } from '../../../src/renderer/features/record/engine/sound-track.ts';
import { now } from '../../../src/renderer/features/record/engine/track.ts';

// WebCodecs is not in Node: a stand-in that takes every sound and keeps none.
vi.mock('mediabunny', async (original) => ({
  ...(await original<typeof import('mediabunny')>()),
  canEncodeAudio: async () => true,
  AudioSample: class {
    close = () => undefined;
  },
  AudioSampleSource: class {
    add = async () => undefined;
  },
  Output: class {
    addAudioTrack = () => undefined;
    start = async () => undefined;
  },
}));

test('the last words are waited for until the source has given them, and for no source that is gone', async () => {
  let source = null as ReadableStreamDefaultController<AudioData> | null;
  const sound = new ReadableStream<AudioData>({
    start(controller) {
      source = controller;
    },
  });
  const give = async () => {
    const buffer = {
      sampleRate: 48_000,
      numberOfChannels: 1,
      numberOfFrames: 480,
      timestamp: now() * 1000 - 10_000,
      close: () => undefined,
    };
    source?.enqueue(buffer as unknown as AudioData);
    await setImmediate();
  };
  const track = await recordSound(
    { kind: 'microphone', sound, channels: 1 },
    { clock: () => null, onPiece: () => undefined, onFailed: () => undefined },
  );
  await give();
  const stopped = now();
  expect(track.awaits(stopped)).toBe(true);
  await give();
  expect(track.awaits(stopped)).toBe(false);
  expect(track.awaits(now() + 1000)).toBe(true);
  source?.close();
  await setImmediate();
  expect(track.awaits(now() + 1000)).toBe(false);
});
