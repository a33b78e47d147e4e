import type { TrackKind } from '../../../../shared/model/take.ts';
import { stopStepBound } from '../stop-steps.ts';
import { type Engine, EngineStopped, type LiveSources } from './engine.ts';
import { joinBytes } from './join-bytes.ts';
import { PieceQueue } from './piece-queue.ts';
import type { RecordingStatus } from './protocol.ts';
import { pauseClock, resumeClock, startClock, type TakeClock, takeTime } from './take-clock.ts';
import { within } from './within.ts';

const pictureTypes = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8'];
const soundTypes = ['audio/webm;codecs=opus'];
/** Pieces and reports come this often, in milliseconds. Its WebM gives pieces when asked; its MP4 would wait for key frames. */
const pieceEvery = 700;
const reportEvery = 250;

interface Line {
  kind: TrackKind;
  mimeType: string;
  recorder: MediaRecorder;
  /** Pieces become bytes one after the other, so that they keep their order. */
  turn: Promise<void>;
  kept: Uint8Array<ArrayBuffer>[];
}

function openLine(kind: TrackKind, track: MediaStreamTrack): Line {
  const types = track.kind === 'video' ? pictureTypes : soundTypes;
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  if (!mimeType) throw new EngineStopped('encoder-missing', `no encoder for ${kind}`);
  // One recorder a source: given two of a kind, it keeps one in silence.
  const recorder = new MediaRecorder(new MediaStream([track]), { mimeType });
  return { kind, mimeType, recorder, turn: Promise.resolve(), kept: [] };
}

/**
 * The browser's own recorder, where WebCodecs is missing: VP9 and Opus in WebM. A track's time begins with the call of
 * `start()`; its event comes up to a second late and is never used.
 */
export function armMediaRecorder(sources: LiveSources): Engine {
  if (typeof MediaRecorder !== 'function') throw new EngineStopped('encoder-missing', 'no MediaRecorder');
  const lines = Object.entries(sources).map(([kind, track]) => openLine(kind as TrackKind, track));
  let clock: TakeClock | null = null;
  let queue: PieceQueue | null = null;
  let reporter: ReturnType<typeof setInterval> | null = null;

  const at = (): number => (clock ? takeTime(clock, performance.now()) : 0);
  const status = (): RecordingStatus => ({
    at: at(),
    saved: queue ? Math.min(at(), queue.saved) : at(),
    waitingBytes: queue?.waitingBytes ?? 0,
    frames: {},
  });

  const engine: Engine = {
    tracks: lines.map(({ kind, mimeType }) => ({ kind, mimeType })),
    // A recorder ends with the track it was made for.
    replace: null,
    onStatus: null,
    onSlept: null,
    onFault: null,
    start(address) {
      const kinds = lines.map(({ kind }) => kind);
      if (address !== null) queue = new PieceQueue(address, kinds, (fault, detail) => engine.onFault?.(fault, detail));
      for (const line of lines) {
        line.recorder.ondataavailable = ({ data }) => {
          const until = at();
          line.turn = line.turn.then(async () => {
            const bytes = new Uint8Array(await data.arrayBuffer());
            if (bytes.byteLength === 0) return;
            if (queue) queue.push(line.kind, bytes, until);
            else line.kept.push(bytes);
          });
        };
        line.recorder.onerror = (event) => engine.onFault?.('encoder-failed', String(event));
      }
      for (const { recorder } of lines) recorder.start(pieceEvery);
      clock = startClock(performance.now());
      reporter = setInterval(() => engine.onStatus?.(status()), reportEvery);
    },
    async pause() {
      for (const { recorder } of lines) recorder.pause();
      if (clock) clock = pauseClock(clock, performance.now());
      return at();
    },
    async resume() {
      for (const { recorder } of lines) recorder.resume();
      if (clock) clock = resumeClock(clock, performance.now());
      return at();
    },
    mark: async () => at(),
    async finish() {
      if (reporter !== null) clearInterval(reporter);
      await within(Promise.all(lines.map(endLine)), stopStepBound, 'encoder-failed');
      if (clock) clock = pauseClock(clock, performance.now());
      return status();
    },
    async drain() {
      await within(Promise.resolve(queue?.drained()), stopStepBound, 'studio-gone');
      return { status: status(), files: lines.map(({ kind, kept }) => ({ kind, data: joinBytes(kept) })) };
    },
    release() {
      if (reporter !== null) clearInterval(reporter);
      for (const { recorder } of lines) if (recorder.state !== 'inactive') recorder.stop();
    },
  };
  return engine;
}

async function endLine(line: Line): Promise<void> {
  if (line.recorder.state !== 'inactive') {
    const stopped = new Promise((done) => line.recorder.addEventListener('stop', done, { once: true }));
    line.recorder.stop();
    await stopped;
  }
  await line.turn;
}
