import { AudioSample, AudioSampleSource, canEncodeAudio } from 'mediabunny';
import { ArrivalLine } from './arrival-line.ts';
import { SoundConverter } from './convert-sound.ts';
import { appendOnlyOutput } from './output.ts';
import { NoEncoder } from './picture-track.ts';
import { pieceTarget } from './piece-writer.ts';
import type { SoundStream } from './protocol.ts';
import { audioBitrate } from './quality.ts';
import { placeSound } from './sound-grid.ts';
import { letGo, readAll } from './source-reader.ts';
import { overlaps, type TakeClock, takeTime } from './take-clock.ts';
import { now, type RecordedTrack, type TrackContext } from './track.ts';

/** Sound that is later than this, in seconds, is not waited for: silence takes its place. */
const patience = 3;
/** Silence is written in buffers of at most this length, in seconds. */
const silentBuffer = 0.5;
/** Gaps in a source's own time from this to ten seconds were lost on the way, in milliseconds; other jumps are a new clock. */
const smallestGap = 5;
const largestGap = 10_000;

const sampleRate = 48_000;

/** Records a microphone or the sound of the screen. */
export async function recordSound({ kind, sound, channels }: SoundStream, context: TrackContext): Promise<RecordedTrack> {
  const bitrate = audioBitrate(channels);
  if (!(await canEncodeAudio('opus', { numberOfChannels: channels, sampleRate, bitrate }))) throw new NoEncoder('No sound encoder');
  let reader = sound.getReader();
  let line = new ArrivalLine();
  const { target, flush } = pieceTarget((data) => context.onPiece(kind, data));
  const output = appendOnlyOutput('mp4', target);
  const encoder = new AudioSampleSource({ codec: 'opus', bitrate });
  output.addAudioTrack(encoder);
  await output.start();

  let rate = sampleRate;
  let written = channels;
  /** Samples in the track so far. */
  let position = 0;
  /** Milliseconds of sound the source has given, the lost ones included. */
  let given = 0;
  let expected: number | null = null;
  /** Brings the sound of a device that took over to the form of the first one. */
  let converter: SoundConverter | null = null;
  /** The moment up to which the source has given its sound; a source that is gone has given all of it. */
  let heardUntil = Number.NEGATIVE_INFINITY;
  let over = false;

  const fail = (error: unknown) => {
    if (!over) context.onFailed(error);
    over = true;
  };

  const write = (sample: AudioSample) => {
    sample.setTimestamp(position / rate);
    position += sample.numberOfFrames;
    encoder
      .add(sample)
      .catch(fail)
      .finally(() => sample.close());
  };

  const writeSilence = (frames: number) => {
    for (let left = frames; left > 0; left -= Math.round(silentBuffer * rate)) {
      const numberOfFrames = Math.min(left, Math.round(silentBuffer * rate));
      const data = new Float32Array(numberOfFrames * written);
      write(new AudioSample({ data, format: 'f32-planar', numberOfChannels: written, sampleRate: rate, timestamp: 0 }));
    }
  };

  /** Puts the part of a buffer that belongs to the take at its place. `moment` is that of its first sample. */
  const place = (buffer: AudioSample, moment: number, clock: TakeClock) => {
    const length = (buffer.numberOfFrames / rate) * 1000;
    for (const part of overlaps(clock, moment, moment + length)) {
      const from = Math.round(((part.from - moment) / 1000) * rate);
      const to = Math.min(buffer.numberOfFrames, Math.round(((part.to - moment) / 1000) * rate));
      const { silence, skip } = placeSound(position, part.at, rate);
      writeSilence(silence);
      if (to > from + skip) write(buffer.trim(from + skip, to));
    }
  };

  /** A buffer as the encoder knows it, null where nothing of it is left; takes the data over. */
  const inForm = (data: AudioData): AudioSample | null => {
    if (data.sampleRate === rate && data.numberOfChannels === written) return new AudioSample(data);
    const planes = Array.from({ length: data.numberOfChannels }, (_, planeIndex) => {
      const plane = new Float32Array(data.numberOfFrames);
      data.copyTo(plane, { planeIndex, format: 'f32-planar' });
      return plane;
    });
    converter ??= new SoundConverter({ rate, channels: written });
    const converted = converter.convert(planes, data.sampleRate);
    data.close();
    if (converted.frames === 0) return null;
    return new AudioSample({ data: converted.data, format: 'f32-planar', numberOfChannels: written, sampleRate: rate, timestamp: 0 });
  };

  const take = (data: AudioData) => {
    const length = (data.numberOfFrames / data.sampleRate) * 1000;
    const own = data.timestamp / 1000;
    const gap = expected === null ? 0 : own - expected;
    if (gap > smallestGap && gap < largestGap) given += gap;
    expected = own + length;
    given += length;
    heardUntil = line.moment(given, now());
    const moment = heardUntil - length;
    const clock = context.clock();
    if (clock === null || position === 0) {
      rate = data.sampleRate;
      written = data.numberOfChannels;
    }
    const buffer = inForm(data);
    if (buffer && clock) place(buffer, moment, clock);
    buffer?.close();
  };

  /** Reads a source until it ends or another one takes over. After the end there is silence. */
  const follow = (from: typeof reader) => {
    readAll(from, (data) => {
      if (over || from !== reader) data.close();
      else take(data);
    })
      .then(() => {
        if (from === reader) heardUntil = Number.POSITIVE_INFINITY;
      })
      .catch(fail);
  };
  follow(reader);

  const fillUntil = (at: number) => writeSilence(Math.max(0, Math.round(at * rate) - position));

  return {
    kind,
    mimeType: 'audio/mp4',
    frames: null,
    awaits: (moment) => !over && heardUntil < moment,
    replace(next) {
      if (!('sound' in next) || over) return;
      letGo(reader);
      reader = next.sound.getReader();
      line = new ArrivalLine();
      expected = null;
      heardUntil = Number.NEGATIVE_INFINITY;
      converter = null;
      follow(reader);
    },
    tick(clock, moment) {
      const at = takeTime(clock, moment) - patience;
      if (!over && at * rate > position) fillUntil(at);
    },
    async finish(end) {
      over = true;
      await letGo(reader);
      fillUntil(Math.max(end, 0.02));
      await output.finalize();
      flush();
    },
    async cancel() {
      over = true;
      await letGo(reader);
      await output.cancel();
    },
  };
}
