import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { Id, Instant, RevisionHash } from '../../../shared/model/ids.ts';

/** What is written down for good. `carried-over` begins the log of a hub that vetted before it kept one. */
export const LoggedDeed = z.enum([
  'carried-over',
  'handed-in',
  'taken',
  'handed-over',
  'put-back',
  'due-date',
  'kind',
  'settled',
  'reopened',
  'approval',
  'approved',
  'returned',
  'published',
  'retired',
  'policy',
]);
export type LoggedDeed = z.infer<typeof LoggedDeed>;

/** Who did what about which revision of which module, and when. A change of the policy has no module. */
export const LogEntry = z.object({
  what: LoggedDeed,
  who: z.object({ id: z.string(), name: z.string() }),
  moduleId: Id.nullable(),
  revision: RevisionHash.nullable(),
  at: Instant,
  detail: z.record(z.string(), z.unknown()),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** An entry as it is kept: `hash` is the SHA-256 of the hash before it and the entry's canonical JSON (RFC 8785). */
export interface LogLink {
  seq: number;
  previous: string;
  hash: string;
  /** Canonical JSON of a `LogEntry`, letter by letter as it was hashed. */
  entry: string;
}

/** What the first entry follows. */
export const chainStart = '0'.repeat(64);

export const written = (entry: LogEntry): string => canonicalize(LogEntry.parse(entry)) ?? '';

export const linkHash = (previous: string, entry: string): string => createHash('sha256').update(`${previous}\n${entry}`).digest('hex');

export interface Verified {
  /** How many entries were looked at. */
  entries: number;
  /** The hash of the last one: who wrote it down elsewhere would see that the end of a chain was cut off. */
  head: string;
  /** The first entry that is not what was once written there; null where the chain is whole. */
  brokenAt: number | null;
}

/** Walks a chain from its start. A changed, missing or moved entry breaks it from there on. */
export function verifyChain(links: readonly LogLink[]): Verified {
  let head = chainStart;
  for (const [index, { seq, previous, hash, entry }] of links.entries()) {
    const whole = seq === index + 1 && previous === head && hash === linkHash(previous, entry);
    if (!whole) return { entries: links.length, head, brokenAt: seq };
    head = hash;
  }
  return { entries: links.length, head, brokenAt: null };
}
