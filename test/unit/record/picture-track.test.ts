import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, test, vi } from 'vitest';
import { recordPictures } from '../../../src/renderer/features/record/engine/picture-track.ts';
import { startClock } from '../../../src/renderer/features/record/engine/take-clock.ts';
import { now, type RecordedTrack } from '../../../src/renderer/features/record/engine/track.ts';

const encoder = vi.hoisted(() => ({ added: [] as number[], closed: false, broken: false, busy: Promise.withResolvers<void>() }));

// WebCodecs is not in Node: a stand-in for the encoder, which is busy until a test says, and for its file, which takes nothing once it is being closed.
vi.mock('mediabunny', async (original) => ({
  ...(await original<typeof import('mediabunny')>()),
  getFirstEncodableVideoCodec: async () => 'avc',
  VideoSample: class {
    readonly timestamp: number;
    constructor(_frame: unknown, { timestamp }: { timestamp: number }) {
      this.timestamp = timestamp;
    }
    close = () => undefined;
  },
  VideoSampleSource: class {
    async add({ timestamp }: { timestamp: number }) {
      if (encoder.closed) throw new Error('Output has been finalized');
      if (encoder.broken) throw new Error('The encoder gave up');
      await encoder.busy.promise;
      encoder.added.push(timestamp);
    }
  },
  Output: class {
    addVideoTrack = () => undefined;
    start = async () => undefined;
    async finalize() {
      encoder.closed = true;
    }
    cancel = async () => undefined;
  },
}));

beforeEach(() => Object.assign(encoder, { added: [], closed: false, broken: false, busy: Promise.withResolvers<void>() }));

/** A track of so many pictures, none of which is encoded yet. */
async function recorded(count: number) {
  const picture = () => {
    const frame = { timestamp: now() * 1000, displayWidth: 1280, displayHeight: 720, clone: () => frame, close: () => undefined };
    return frame as unknown as VideoFrame;
  };
  let give: (frame: VideoFrame) => void = () => undefined;
  const frames = new ReadableStream<VideoFrame>({
    start(controller) {
      give = (frame) => controller.enqueue(frame);
      give(picture());
    },
  });
  const clock = startClock(now());
  const failed = vi.fn();
  const track = await recordPictures(
    { kind: 'screen', frames, area: null },
    { clock: () => clock, onPiece: () => undefined, onFailed: failed },
  );
  for (let given = 0; given < count; given++) {
    await setTimeout(36);
    give(picture());
  }
  await setTimeout(5);
  return { track, failed };
}

/** Ends a track while its encoder is busy, and lets the encoder go on once the track could have closed its file. */
async function ended(track: RecordedTrack): Promise<void> {
  const end = track.finish(0.1);
  const goOn = setTimeout(20).then(() => encoder.busy.resolve());
  await Promise.all([end, goOn]);
}

test('a track ends with every picture in it, however many still wait for a busy encoder', async () => {
  const { track } = await recorded(8);
  expect(encoder.added).toEqual([]);
  await ended(track);
  expect(encoder.added.length).toBeGreaterThanOrEqual(8);
  expect(encoder.added).toEqual([...encoder.added].sort((a, b) => a - b));
});

test('an encoder that gives up while a track ends is told, and ends no track as if it were whole', async () => {
  const { track, failed } = await recorded(4);
  encoder.broken = true;
  await expect(ended(track)).rejects.toThrow('The encoder gave up');
  expect(failed).not.toHaveBeenCalled();
});
