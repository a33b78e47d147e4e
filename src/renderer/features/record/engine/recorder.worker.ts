import type { TrackKind } from '../../../../shared/model/take.ts';
import { joinBytes } from './join-bytes.ts';
import { NoEncoder, recordPictures } from './picture-track.ts';
import { PieceQueue } from './piece-queue.ts';
import type { CheckedFile, EngineFault, FromRecorder, RecordingStatus, SourceStream, ToRecorder } from './protocol.ts';
import { type Look, sleptBetween } from './sleep.ts';
import { recordSound } from './sound-track.ts';
import { isRunning, pauseClock, resumeClock, startClock, type TakeClock, takeTime } from './take-clock.ts';
import { now, type RecordedTrack, type TrackContext } from './track.ts';

/** Milliseconds between looks at the clock, and between reports to the page. */
const tickEvery = 20;
const reportEvery = 250;
/** The last words of a take are waited for no longer than this, in milliseconds: a busy machine brings them late. */
const patience = 2500;

let tracks: RecordedTrack[] = [];
let clock: TakeClock | null = null;
let queue: PieceQueue | null = null;
let kept = new Map<TrackKind, Uint8Array<ArrayBuffer>[]>();
let ticker: ReturnType<typeof setInterval> | null = null;
let lastLook: Look = { moment: 0, wall: 0 };
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
    frames: Object.fromEntries(tracks.flatMap(({ kind, frames }) => (frames ? [[kind, frames]] : []))),
  };
};

const context: TrackContext = {
  clock() {
    // What arrives first after a sleep may come before the next tick, and must not be laid over the time that was slept.
    lookAround();
    return clock;
  },
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

const look = (): Look => ({ moment: now(), wall: Date.now() });

/** Time in which the machine slept is a pause: it is taken out of all tracks alike, and nothing slides. */
function afterSleep(running: TakeClock, before: Look, moment: number, { seconds, jumped }: { seconds: number; jumped: boolean }): void {
  const wasRunning = isRunning(running);
  if (jumped && wasRunning) clock = resumeClock(pauseClock(running, before.moment + tickEvery), moment);
  queue?.woke();
  if (wasRunning) send({ type: 'slept', at: takeTime(clock ?? running, moment), seconds });
}

/** Looks whether the machine slept since the last look, and answers what time it is. */
function lookAround(): number {
  const before = lastLook;
  lastLook = look();
  const slept = clock && sleptBetween(before, lastLook);
  if (clock && slept) afterSleep(clock, before, lastLook.moment, slept);
  return lastLook.moment;
}

function tick(): void {
  const moment = lookAround();
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
  lastLook = look();
  clock = startClock(lastLook.moment);
  ticker = setInterval(tick, tickEvery);
}

/** Ends every track; what is left of them waits for the disk. */
async function finish(): Promise<void> {
  if (ticker !== null) clearInterval(ticker);
  let failure: unknown = null;
  if (clock) {
    const stopped = now();
    clock = pauseClock(clock, stopped);
    while (now() < stopped + patience && tracks.some((track) => track.awaits(stopped)))
      await new Promise((done) => setTimeout(done, tickEvery));
    const end = takeTime(clock, now());
    // A track whose encoder gave up keeps no other from ending well.
    const ends = await Promise.allSettled(tracks.map((track) => track.finish(end)));
    failure = ends.find((each) => each.status === 'rejected')?.reason ?? null;
  } else await Promise.all(tracks.map((track) => track.cancel()));
  send({ type: 'finished', status: status(), failure: failure === null ? null : String(failure) });
}

/** Waits until all is on disk, or it is clear that it will not be. */
async function drain(): Promise<void> {
  await queue?.drained();
  over = true;
  const files: CheckedFile[] = [...kept].map(([kind, parts]) => ({ kind, data: joinBytes(parts) }));
  send(
    { type: 'stopped', status: status(), files },
    files.map(({ data }) => data.buffer),
  );
}

const told = { pause: 'paused', resume: 'resumed', mark: 'marked' } as const;

self.onmessage = ({ data }: MessageEvent<ToRecorder>) => {
  if (data.type === 'arm') arm(data.sources);
  else if (data.type === 'start') start(data.address);
  else if (data.type === 'replace') tracks.find(({ kind }) => kind === data.source.kind)?.replace(data.source);
  else if (data.type === 'finish') finish().catch((error: unknown) => fail('encoder-failed', String(error)));
  else if (data.type === 'drain') drain().catch((error: unknown) => fail('encoder-failed', String(error)));
  else if (clock) {
    const moment = now();
    if (data.type === 'pause') clock = pauseClock(clock, moment);
    else if (data.type === 'resume') clock = resumeClock(clock, moment);
    send({ type: told[data.type], at: takeTime(clock, moment) });
  }
};
