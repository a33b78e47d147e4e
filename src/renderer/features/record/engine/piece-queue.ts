import { readFault } from '../../../../shared/contract/faults.ts';
import type { TrackKind } from '../../../../shared/model/take.ts';
import { joinBytes } from './join-bytes.ts';
import type { EngineFault } from './protocol.ts';

/** How much waits at most for a studio that does not answer, before the recording ends. */
export const queueBounds = { bytes: 64e6, milliseconds: 15_000 } as const;

interface Piece {
  data: Uint8Array<ArrayBuffer>;
  /** Take time up to which the track is on disk with it. */
  until: number;
  since: number;
}

interface Line {
  /** What waits, and what is on its way; the latter is sent again as it was until it has arrived. */
  waiting: Piece[];
  parcel: Piece | null;
  next: number;
  saved: number;
  sending: Promise<void> | null;
}

/** A parcel is at most this large, in bytes, and so stays far under what the studio takes at once. */
const largestParcel = 8e6;

/** What waits becomes one parcel: a disk that is slow to answer then costs fewer answers, and not a growing delay. */
function pack(line: Line): Piece | null {
  const [first] = line.waiting;
  if (!first) return null;
  const parts: Piece[] = [];
  let bytes = 0;
  for (const piece of line.waiting) {
    if (parts.length > 0 && bytes + piece.data.byteLength > largestParcel) break;
    parts.push(piece);
    bytes += piece.data.byteLength;
  }
  line.waiting = line.waiting.slice(parts.length);
  return { data: joinBytes(parts.map(({ data }) => data)), until: parts.at(-1)?.until ?? first.until, since: first.since };
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const refusals: Partial<Record<string, EngineFault>> = {
  DISK_FULL: 'disk-full',
  TAKE_NOT_RECORDING: 'take-ended',
  NOT_FOUND: 'take-ended',
};

/**
 * Sends the pieces of each track in their order, one at a time, and again until each is on disk. A studio that stays
 * silent for too long, or refuses, ends it: `onFault` is called once and nothing is sent after that.
 */
export class PieceQueue {
  readonly #lines = new Map<TrackKind, Line>();
  readonly #address: string;
  readonly #onFault: (fault: EngineFault, detail: string) => void;
  #over = false;

  constructor(address: string, kinds: TrackKind[], onFault: (fault: EngineFault, detail: string) => void) {
    this.#address = address;
    this.#onFault = onFault;
    for (const kind of kinds) this.#lines.set(kind, { waiting: [], parcel: null, next: 0, saved: 0, sending: null });
  }

  /** Take time up to which every track is on disk. */
  get saved(): number {
    return Math.min(...[...this.#lines.values()].map(({ saved }) => saved));
  }

  get waitingBytes(): number {
    return [...this.#lines.values()]
      .flatMap(({ waiting, parcel }) => (parcel ? [parcel, ...waiting] : waiting))
      .reduce((sum, { data }) => sum + data.byteLength, 0);
  }

  push(kind: TrackKind, data: Uint8Array<ArrayBuffer>, until: number): void {
    const line = this.#lines.get(kind);
    if (!line || this.#over) return;
    line.waiting.push({ data, until, since: performance.now() });
    this.#wake(kind, line);
  }

  #wake(kind: TrackKind, line: Line): void {
    line.sending ??= this.#send(kind, line).finally(() => {
      line.sending = null;
      // Something may have come in while the last answer was being dealt with.
      if (line.waiting.length > 0 && !this.#over) this.#wake(kind, line);
    });
  }

  /** After the machine slept the time it slept does not count as waiting. */
  woke(): void {
    for (const { waiting, parcel } of this.#lines.values())
      for (const piece of parcel ? [parcel, ...waiting] : waiting) piece.since = performance.now();
  }

  /** Waits until everything is on disk, or it is clear that it will not be. */
  async drained(): Promise<void> {
    for (const line of this.#lines.values()) while (line.sending) await line.sending;
  }

  async #send(kind: TrackKind, line: Line): Promise<void> {
    let wait = 200;
    for (line.parcel ??= pack(line); line.parcel && !this.#over; line.parcel ??= pack(line)) {
      const parcel: Piece = line.parcel;
      const outcome = await this.#put(kind, line.next, parcel.data);
      if (outcome === 'done') {
        line.parcel = null;
        line.next += 1;
        line.saved = parcel.until;
        wait = 200;
      } else if (outcome !== 'again') this.#end(outcome);
      else if (this.waitingBytes > queueBounds.bytes || performance.now() - parcel.since > queueBounds.milliseconds)
        this.#end('studio-gone');
      else {
        await pause(wait);
        wait = Math.min(2000, wait * 2);
      }
    }
  }

  async #put(kind: TrackKind, sequence: number, data: Uint8Array<ArrayBuffer>): Promise<'done' | 'again' | EngineFault> {
    const request = fetch(`${this.#address}/${kind}/${sequence}`, { method: 'PUT', body: data, signal: AbortSignal.timeout(10_000) });
    const response = await request.catch(() => null);
    if (response?.ok) return 'done';
    if (!response || response.status === 500 || response.status === 503) return 'again';
    const fault = readFault(await response.json().catch(() => null));
    // The answer to this piece got lost, and it is on disk.
    if (fault?.code === 'SEGMENT_OUT_OF_ORDER' && fault.data.expected > sequence) return 'done';
    return refusals[fault?.code ?? ''] ?? 'studio-gone';
  }

  #end(fault: EngineFault): void {
    if (this.#over) return;
    this.#over = true;
    this.#onFault(fault, `saved ${this.saved.toFixed(1)} s`);
  }
}
