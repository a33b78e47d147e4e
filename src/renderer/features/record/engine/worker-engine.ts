import type { TrackKind } from '../../../../shared/model/take.ts';
import { type Engine, EngineStopped, type LiveSources } from './engine.ts';
import type { EngineFault, FromRecorder, SourceStream, ToRecorder } from './protocol.ts';

const pictureBuffer = 8;
const soundBuffer = 200;

/** The way of a source out of the page: read in a worker, so that a busy or hidden page loses nothing. */
function streamOf(kind: TrackKind, track: MediaStreamTrack): SourceStream {
  if (kind === 'screen' || kind === 'camera')
    return {
      kind,
      frames: new MediaStreamTrackProcessor({ track: track as MediaStreamVideoTrack, maxBufferSize: pictureBuffer }).readable,
    };
  const { readable } = new MediaStreamTrackProcessor({ track: track as MediaStreamAudioTrack, maxBufferSize: soundBuffer });
  return { kind, sound: readable, channels: track.getSettings().channelCount ?? 1 };
}

/** Each step of starting and stopping has a bound, in milliseconds: nothing waits for ever for a device or a disk. */
const bounds = { arm: 8000, answer: 4000, stop: 30_000 };

function within<T>(promise: Promise<T>, milliseconds: number, fault: EngineFault): Promise<T> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new EngineStopped(fault, `no answer within ${milliseconds} ms`)), milliseconds),
  );
  return Promise.race([promise, late]);
}

/** WebCodecs through mediabunny, in a worker: what every browser that can does. */
export async function armWorkerEngine(sources: LiveSources): Promise<Engine> {
  const worker = new Worker(new URL('./recorder.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<FromRecorder['type'], (message: FromRecorder) => void>();
  const post = (message: ToRecorder, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const answer = <T extends FromRecorder['type']>(type: T): Promise<Extract<FromRecorder, { type: T }>> =>
    new Promise((done) => waiting.set(type, (message) => done(message as Extract<FromRecorder, { type: T }>)));
  const failed = answer('failed').then(({ fault, detail }) => Promise.reject(new EngineStopped(fault, detail)));

  failed.catch(() => undefined);
  const moment = async (type: 'pause' | 'resume' | 'mark', told: 'paused' | 'resumed' | 'marked'): Promise<number> => {
    const answered = answer(told);
    post({ type });
    return (await within(answered, bounds.answer, 'encoder-failed')).at;
  };

  const engine: Engine = {
    tracks: [],
    onStatus: null,
    onFault: null,
    start: (address) => post({ type: 'start', address }),
    pause: () => moment('pause', 'paused'),
    resume: () => moment('resume', 'resumed'),
    mark: () => moment('mark', 'marked'),
    async stop() {
      const stopped = answer('stopped');
      post({ type: 'stop' });
      try {
        return await within(stopped, bounds.stop, 'studio-gone');
      } finally {
        worker.terminate();
      }
    },
  };

  worker.onmessage = ({ data }: MessageEvent<FromRecorder>) => {
    if (data.type === 'status') engine.onStatus?.(data.status);
    if (data.type === 'failed') engine.onFault?.(data.fault, data.detail);
    waiting.get(data.type)?.(data);
  };
  worker.onerror = (event) => {
    const message: FromRecorder = { type: 'failed', fault: 'encoder-failed', detail: event.message };
    engine.onFault?.(message.fault, message.detail);
    waiting.get('failed')?.(message);
  };

  const armed = answer('armed');
  const streams = Object.entries(sources).map(([kind, track]) => streamOf(kind as TrackKind, track));
  post(
    { type: 'arm', sources: streams },
    streams.map((stream) => ('frames' in stream ? stream.frames : stream.sound)),
  );
  try {
    engine.tracks.push(...(await within(Promise.race([armed, failed]), bounds.arm, 'no-picture')).tracks);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return engine;
}
