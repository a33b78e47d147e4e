import type { TrackKind } from '../../../../shared/model/take.ts';
import { joinBytes } from './join-bytes.ts';
import { NoEncoder, recordPictures } from './picture-track.ts';
import { PieceQueue } from './piece-queue.ts';
import type { CheckedFile, EngineFault, FromRecorder, RecordingStatus, SourceStream, ToRecorder } from './protocol.ts';
import { recordSound } from './sound-track.ts';
import { pauseClock, resumeClock, startClock, type TakeClock, takeTime } from './take-clock.ts';
import { now, type RecordedTrack, type TrackContext } from './track.ts';

/** Milliseconds between looks at the clock, and between reports to the page. */
const tickEvery = 20;
const reportEvery = 250;
/** The machine slept, if the clock jumped by more than this: the time is taken out of all tracks. */
const asleep = 3000;
/** The last sound may still be on its way when the take is stopped, in milliseconds. */
const lastSound = 120;

let tracks: RecordedTrack[] = [];
let clock: TakeClock | null = null;
let queue: PieceQueue | null = null;
let kept = new Map<TrackKind, Uint8Array<ArrayBuffer>[]>();
let ticker: ReturnType<typeof setInterval> | null = null;
let lastTick = 0;
let lastReport = 0;
let over = false;

const send = (message: FromRecorder, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

const fail = (fault: EngineFault, detail: string) => {
  if (!over) send({ type: 'failed', fault, detail });
};

const status = (): RecordingStatus => {
  const at = clock ? takeTime(clock, now()) : 0;
  return {
    at,
    saved: queue ? Math.min(at, queue.saved) : at,
    waitingBytes: queue?.waitingBytes ?? 0,
    dropped: tracks.reduce((sum, track) => sum + track.dropped, 0),
  };
};

const context: TrackContext = {
  clock: () => clock,
  onPiece(kind, data) {
    if (queue) queue.push(kind, data, clock ? takeTime(clock, now()) : 0);
    else kept.set(kind, [...(kept.get(kind) ?? []), data]);
  },
  onFailed: (error) => fail('encoder-failed', String(error)),
};

const openTrack = (source: SourceStream): Promise<RecordedTrack> =>
  'frames' in source ? recordPictures(source, context) : recordSound(source, context);

async function arm(sources: SourceStream[]): Promise<void> {
  try {
    tracks = await Promise.all(sources.map(openTrack));
    send({ type: 'armed', tracks: tracks.map(({ kind, mimeType }) => ({ kind, mimeType })) });
  } catch (error) {
    fail(error instanceof NoEncoder ? 'encoder-missing' : 'no-picture', String(error));
  }
}

function tick(): void {
  const moment = now();
  if (clock && moment - lastTick > asleep) clock = resumeClock(pauseClock(clock, lastTick + tickEvery), moment);
  lastTick = moment;
  if (clock) for (const track of tracks) track.tick(clock, moment);
  if (moment - lastReport >= reportEvery) {
    lastReport = moment;
    send({ type: 'status', status: status() });
  }
}

function start(address: string | null): void {
  if (address !== null) {
    const kinds = tracks.map(({ kind }) => kind);
    queue = new PieceQueue(address, kinds, fail);
    // A muxer may have written the head of its file already while it waited.
    for (const kind of kinds) if (kept.has(kind)) queue.push(kind, joinBytes(kept.get(kind) ?? []), 0);
    kept = new Map();
  }
  lastTick = now();
  clock = startClock(lastTick);
  ticker = setInterval(tick, tickEvery);
}

async function stop(): Promise<void> {
  if (ticker !== null) clearInterval(ticker);
  if (clock) {
    clock = pauseClock(clock, now());
    await new Promise((done) => setTimeout(done, lastSound));
    const end = takeTime(clock, now());
    await Promise.all(tracks.map((track) => track.finish(end)));
  } else await Promise.all(tracks.map((track) => track.cancel()));
  await queue?.drained();
  over = true;
  const files: CheckedFile[] = [...kept].map(([kind, parts]) => ({ kind, data: joinBytes(parts) }));
  send(
    { type: 'stopped', status: status(), files },
    files.map(({ data }) => data.buffer),
  );
  self.close();
}

const told = { pause: 'paused', resume: 'resumed', mark: 'marked' } as const;

self.onmessage = ({ data }: MessageEvent<ToRecorder>) => {
  if (data.type === 'arm') arm(data.sources);
  else if (data.type === 'start') start(data.address);
  else if (data.type === 'stop') stop().catch((error: unknown) => fail('encoder-failed', String(error)));
  else if (clock) {
    const moment = now();
    if (data.type === 'pause') clock = pauseClock(clock, moment);
    else if (data.type === 'resume') clock = resumeClock(clock, moment);
    send({ type: told[data.type], at: takeTime(clock, moment) });
  }
};
