import { getFirstEncodableVideoCodec, VideoSample, VideoSampleSource } from 'mediabunny';
import { ArrivalLine } from './arrival-line.ts';
import { appendOnlyOutput } from './output.ts';
import { frameRate, slotAt, slotsUntil } from './picture-grid.ts';
import { pieceTarget } from './piece-writer.ts';
import type { SourceStream } from './protocol.ts';
import { keyFrameInterval, videoBitrate, videoCodecs } from './quality.ts';
import { takeTime } from './take-clock.ts';
import { now, type RecordedTrack, type TrackContext } from './track.ts';

/** Pictures on their way through the encoder; more of them and the next one is left out. */
const mostPending = 12;
/** A picture may arrive this late, in seconds, and still get its own place. */
const lateness = 0.25;

const even = (length: number): number => Math.max(2, Math.floor(length / 2) * 2);

export class NoEncoder extends Error {}

/** Records a screen or a camera. Answers when the first picture has come and the encoder for its size is known. */
export async function recordPictures(
  { kind, frames }: Extract<SourceStream, { frames: ReadableStream<VideoFrame> }>,
  context: TrackContext,
): Promise<RecordedTrack> {
  const reader = frames.getReader();
  const line = new ArrivalLine();
  const first = await reader.read();
  if (first.done) throw new Error('The source ended before its first picture');
  let latest = first.value;
  line.moment(latest.timestamp / 1000, now());

  const width = even(latest.displayWidth);
  const height = even(latest.displayHeight);
  const bitrate = videoBitrate(width, height);
  const codec = await getFirstEncodableVideoCodec(videoCodecs, { width, height, bitrate });
  if (codec === null) throw new NoEncoder(`No video encoder for ${width}×${height}`);
  const container = codec === 'avc' ? 'mp4' : 'webm';

  const { target, flush } = pieceTarget((data) => context.onPiece(kind, data));
  const output = appendOnlyOutput(container, target);
  // A window that changes its size is fitted into the first one's. H.264 wants even lengths; making them so draws every
  // picture once more, so it is done only where they are odd.
  const isEven = width === latest.displayWidth && height === latest.displayHeight;
  const source = new VideoSampleSource({
    codec,
    bitrate,
    keyFrameInterval,
    latencyMode: 'realtime',
    contentHint: kind === 'screen' ? 'detail' : 'motion',
    ...(isEven ? { sizeChangeBehavior: 'contain' } : { transform: { width, height, fit: 'contain' } }),
  });
  output.addVideoTrack(source, { frameRate });
  await output.start();

  /** The last place that was given away, and the last one that was not left out. */
  let last = -1;
  let encoded = -1;
  let pending = 0;
  let dropped = 0;
  let over = false;

  const fail = (error: unknown) => {
    if (!over) context.onFailed(error);
    over = true;
  };

  const add = async (frame: VideoFrame, slot: number) => {
    last = slot;
    encoded = slot;
    const sample = new VideoSample(frame.clone(), { timestamp: slot / frameRate, duration: 1 / frameRate });
    pending += 1;
    try {
      await source.add(sample);
    } finally {
      pending -= 1;
      sample.close();
    }
  };

  const encode = (frame: VideoFrame, slot: number) => {
    if (pending < mostPending) {
      add(frame, slot).catch(fail);
      return;
    }
    last = slot;
    dropped += 1;
  };

  /** Shows the latest picture in every place up to and without `slot`. */
  const repeatUntil = (slot: number) => {
    for (const place of slotsUntil(last, slot).repeats) encode(latest, place);
  };

  const take = (frame: VideoFrame) => {
    const moment = line.moment(frame.timestamp / 1000, now());
    const clock = context.clock();
    const span = clock?.spans.findLast(({ from }) => from <= moment);
    if (clock && span && moment < span.to) {
      const slot = slotAt(takeTime(clock, moment));
      repeatUntil(slot);
      if (slotsUntil(last, slot).own) encode(frame, slot);
    }
    latest.close();
    latest = frame;
  };

  const read = async () => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (over) next.value.close();
      else take(next.value);
    }
  };
  read().catch(fail);

  return {
    kind,
    mimeType: `video/${container}`,
    get dropped() {
      return dropped;
    },
    tick(clock, moment) {
      if (!over) repeatUntil(slotAt(takeTime(clock, moment) - lateness));
    },
    async finish(end) {
      over = true;
      await reader.cancel();
      // The end is never left out, however busy the encoder: tracks end together.
      const final = Math.max(0, slotAt(end) - 1);
      for (const place of slotsUntil(last, final).repeats) await add(latest, place);
      if (encoded < final) await add(latest, final);
      await output.finalize();
      flush();
      latest.close();
    },
    async cancel() {
      over = true;
      await reader.cancel();
      await output.cancel();
      latest.close();
    },
  };
}
