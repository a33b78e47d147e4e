import { getFirstEncodableVideoCodec, VideoSample, VideoSampleSource } from 'mediabunny';
import { ArrivalLine } from './arrival-line.ts';
import { cropped } from './crop.ts';
import { appendOnlyOutput } from './output.ts';
import { PictureCount } from './picture-count.ts';
import { frameRate, slotAt, slotsUntil } from './picture-grid.ts';
import { pieceTarget } from './piece-writer.ts';
import type { PictureStream } from './protocol.ts';
import { keyFrameInterval, videoBitrate, videoCodecs } from './quality.ts';
import { letGo, readAll } from './source-reader.ts';
import { takeTime } from './take-clock.ts';
import { now, type RecordedTrack, type TrackContext } from './track.ts';

/** Pictures on their way through the encoder; more of them and the next one is left out. */
const mostPending = 12;
/** A picture may arrive this late, in seconds, and still get its own place. */
const lateness = 0.25;

const even = (length: number): number => Math.max(2, Math.floor(length / 2) * 2);

export class NoEncoder extends Error {}

/** Records a screen or a camera. Answers when the first picture has come and the encoder for its size is known. */
export async function recordPictures({ kind, frames, area }: PictureStream, context: TrackContext): Promise<RecordedTrack> {
  let source = { reader: frames.getReader(), area };
  let line = new ArrivalLine();
  const first = await source.reader.read();
  if (first.done) throw new Error('The source ended before its first picture');
  let latest = cropped(first.value, area);
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
  const encoder = new VideoSampleSource({
    codec,
    bitrate,
    keyFrameInterval,
    latencyMode: 'realtime',
    contentHint: kind === 'screen' ? 'detail' : 'motion',
    ...(isEven ? { sizeChangeBehavior: 'contain' } : { transform: { width, height, fit: 'contain' } }),
  });
  output.addVideoTrack(encoder, { frameRate });
  await output.start();

  /** The last place that was given away, the last one that was not left out, and the last that a picture of its own has. */
  let last = -1;
  let encoded = -1;
  let own = -1;
  let pending = 0;
  let over = false;
  let turn = Promise.resolve();
  const count = new PictureCount(kind === 'camera');

  const fail = (error: unknown) => {
    if (!over) context.onFailed(error);
    over = true;
  };

  /** One picture after the other: fitting one takes a moment, in which the next one must not overtake it. */
  const add = (frame: VideoFrame, slot: number): Promise<void> => {
    last = slot;
    encoded = slot;
    const sample = new VideoSample(frame.clone(), { timestamp: slot / frameRate, duration: 1 / frameRate });
    pending += 1;
    turn = turn
      .then(() => encoder.add(sample))
      .finally(() => {
        pending -= 1;
        sample.close();
      });
    return turn;
  };

  const encode = (frame: VideoFrame, slot: number) => {
    if (pending < mostPending) {
      add(frame, slot).catch(fail);
      return;
    }
    last = slot;
    count.drop();
  };

  /** Shows the latest picture in every place up to and without `slot`. */
  const repeatUntil = (slot: number) => {
    for (const place of slotsUntil(last, slot).repeats) encode(latest, place);
  };

  const place = (frame: VideoFrame, slot: number) => {
    repeatUntil(slot);
    if (slotsUntil(last, slot).own) encode(frame, slot);
    // Its place went to a repetition, because it came so late; a second picture in one place is no loss.
    else if (slot > own) count.drop();
    own = Math.max(own, slot);
  };

  const take = (frame: VideoFrame) => {
    const moment = line.moment(frame.timestamp / 1000, now());
    const clock = context.clock();
    const span = clock?.spans.findLast(({ from }) => from <= moment);
    if (clock && span && moment < span.to) {
      count.arrive(frame.timestamp / 1000);
      place(frame, slotAt(takeTime(clock, moment)));
    } else count.breakOff();
    latest.close();
    latest = frame;
  };

  /** Reads a source until it ends or another one takes over. After the end its last picture stands. */
  const follow = (from: typeof source) => {
    readAll(from.reader, (frame) => {
      if (over || from !== source) frame.close();
      else take(cropped(frame, from.area));
    }).catch(fail);
  };
  follow(source);

  return {
    kind,
    mimeType: `video/${container}`,
    get frames() {
      return count.counts;
    },
    // A picture that comes too late is none that anyone would miss: the one before it stands.
    awaits: () => false,
    replace(next) {
      if (!('frames' in next) || over) return;
      letGo(source.reader);
      source = { reader: next.frames.getReader(), area: next.area };
      line = new ArrivalLine();
      count.breakOff();
      follow(source);
    },
    tick(clock, moment) {
      if (!over) repeatUntil(slotAt(takeTime(clock, moment) - lateness));
    },
    async finish(end) {
      over = true;
      await letGo(source.reader);
      // The end is never left out, however busy the encoder: tracks end together.
      const final = Math.max(0, slotAt(end) - 1);
      for (const place of slotsUntil(last, final).repeats) await add(latest, place);
      if (encoded < final) add(latest, final);
      // What still waits for its turn would be lost without a word: an output that is being closed takes nothing more.
      await turn;
      await output.finalize();
      flush();
      latest.close();
    },
    async cancel() {
      over = true;
      await letGo(source.reader);
      await output.cancel();
      latest.close();
    },
  };
}
