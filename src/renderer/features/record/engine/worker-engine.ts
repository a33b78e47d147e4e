import type { Area } from '../../../../shared/model/edit/list.ts';
import type { TrackKind } from '../../../../shared/model/take.ts';
import { stopStepBound } from '../stop-steps.ts';
import { type Areas, type Engine, EngineStopped, type LiveSources } from './engine.ts';
import type { FromRecorder, SourceStream, ToRecorder } from './protocol.ts';
import { within } from './within.ts';

const pictureBuffer = 8;
const soundBuffer = 200;

/** The way of a source out of the page: read in a worker, so that a busy or hidden page loses nothing. */
function streamOf(kind: TrackKind, track: MediaStreamTrack, area: Area | null): SourceStream {
  if (kind === 'screen' || kind === 'camera')
    return {
      kind,
      frames: new MediaStreamTrackProcessor({ track: track as MediaStreamVideoTrack, maxBufferSize: pictureBuffer }).readable,
      area,
    };
  const { readable } = new MediaStreamTrackProcessor({ track: track as MediaStreamAudioTrack, maxBufferSize: soundBuffer });
  return { kind, sound: readable, channels: track.getSettings().channelCount ?? 1 };
}

/** Each step of starting and stopping has a bound, in milliseconds: nothing waits for ever for a device or a disk. */
const bounds = { arm: 8000, answer: 4000, step: stopStepBound };

/** WebCodecs through mediabunny, in a worker: what every browser that can does. */
export async function armWorkerEngine(sources: LiveSources, areas: Areas): Promise<Engine> {
  const worker = new Worker(new URL('./recorder.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<FromRecorder['type'], (message: FromRecorder) => void>();
  const post = (message: ToRecorder, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const answer = <T extends FromRecorder['type']>(type: T): Promise<Extract<FromRecorder, { type: T }>> =>
    new Promise((done) => waiting.set(type, (message) => done(message as Extract<FromRecorder, { type: T }>)));
  const failed = answer('failed').then(({ fault, detail }) => Promise.reject(new EngineStopped(fault, detail)));

  failed.catch(() => undefined);
  const handOver = (stream: SourceStream): Transferable => ('frames' in stream ? stream.frames : stream.sound);
  /** Questions wait for one another, so that each gets its own answer. */
  let turn: Promise<unknown> = Promise.resolve();
  const moment = (type: 'pause' | 'resume' | 'mark', told: 'paused' | 'resumed' | 'marked'): Promise<number> => {
    const asked = turn.then(async () => {
      const answered = answer(told);
      post({ type });
      return (await within(answered, bounds.answer, 'encoder-failed')).at;
    });
    turn = asked.catch(() => undefined);
    return asked;
  };

  const engine: Engine = {
    tracks: [],
    onStatus: null,
    onSlept: null,
    onFault: null,
    start: (address) => post({ type: 'start', address }),
    pause: () => moment('pause', 'paused'),
    resume: () => moment('resume', 'resumed'),
    mark: () => moment('mark', 'marked'),
    replace(kind, track, area) {
      const source = streamOf(kind, track, area);
      post({ type: 'replace', source }, [handOver(source)]);
    },
    async finish() {
      const finished = answer('finished');
      post({ type: 'finish' });
      const { status, failure } = await within(finished, bounds.step, 'encoder-failed');
      if (failure !== null) throw new EngineStopped('encoder-failed', failure);
      return status;
    },
    async drain() {
      const stopped = answer('stopped');
      post({ type: 'drain' });
      return within(stopped, bounds.step, 'studio-gone');
    },
    release: () => worker.terminate(),
  };

  worker.onmessage = ({ data }: MessageEvent<FromRecorder>) => {
    if (data.type === 'status') engine.onStatus?.(data.status);
    if (data.type === 'slept') engine.onSlept?.(data.at, data.seconds);
    if (data.type === 'failed') engine.onFault?.(data.fault, data.detail);
    waiting.get(data.type)?.(data);
  };
  worker.onerror = (event) => {
    const message: FromRecorder = { type: 'failed', fault: 'encoder-failed', detail: event.message };
    engine.onFault?.(message.fault, message.detail);
    waiting.get('failed')?.(message);
  };

  const armed = answer('armed');
  const streams = Object.entries(sources).map(([kind, track]) => streamOf(kind as TrackKind, track, areas[kind as TrackKind] ?? null));
  post({ type: 'arm', sources: streams }, streams.map(handOver));
  try {
    engine.tracks.push(...(await within(Promise.race([armed, failed]), bounds.arm, 'no-picture')).tracks);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return engine;
}
