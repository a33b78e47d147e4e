import { z } from 'zod';
import { ArchiveTrouble } from '../model/archive-trouble.ts';
import { LockHolder } from '../model/lock-holder.ts';
import { XliffTrouble } from '../model/translation/xliff-trouble.ts';

const fault = <D extends z.ZodObject>(status: number, data: D) => ({ status, data });
const named = z.object({ name: z.string() });

/**
 * Every way in which something can be refused or fail, as it crosses the wire: a code, an HTTP status and
 * the facts that a sentence or a retry needs. The sentences stand in `sentences.ts`, and only there.
 */
export const faults = {
  // Anything
  NOT_FOUND: fault(404, z.object({ what: z.string() })),
  INPUT_INVALID: fault(422, z.object({ issues: z.array(z.object({ path: z.string(), message: z.string() })) })),
  NOT_ALLOWED: fault(403, z.object({ what: z.string() })),
  CONFLICT: fault(409, z.object({ what: z.string() })),
  UNEXPECTED: fault(500, z.object({ reference: z.string() })),
  CANCELLED: fault(409, z.object({})),
  UNSAVED: fault(409, z.object({})),
  // Workspace
  WORKSPACE_IN_USE: fault(409, z.object({ path: z.string(), holder: LockHolder.nullable() })),
  WORKSPACE_UNWRITABLE: fault(500, z.object({ path: z.string() })),
  DATABASE_NEWER: fault(500, z.object({ path: z.string() })),
  DATABASE_CORRUPT: fault(500, z.object({ path: z.string() })),
  PORT_IN_USE: fault(409, z.object({ port: z.int() })),
  TAKE_IN_USE: fault(409, z.object({ cut: z.string() })),
  EDIT_ONLY_ONE: fault(409, z.object({})),
  DISK_FULL: fault(507, z.object({ freeBytes: z.number(), neededBytes: z.number() })),
  // Media
  FFMPEG_MISSING: fault(500, z.object({})),
  FFMPEG_FAILED: fault(500, z.object({ step: z.string(), detail: z.string() })),
  MEDIA_EMPTY: fault(422, named),
  MEDIA_UNREADABLE: fault(422, named),
  MEDIA_NO_VIDEO: fault(422, named),
  MEDIA_TRUNCATED: fault(422, named),
  MEDIA_CODEC_UNKNOWN: fault(422, z.object({ name: z.string(), codec: z.string() })),
  MEDIA_TYPE_REFUSED: fault(422, z.object({ name: z.string(), allowed: z.string() })),
  MEDIA_TOO_LARGE: fault(413, z.object({ name: z.string(), maxBytes: z.number() })),
  MEDIA_MISMATCH: fault(422, z.object({ hash: z.string() })),
  READER_MISSING: fault(500, z.object({})),
  EDIT_OUTSIDE: fault(422, z.object({ source: z.string(), duration: z.number() })),
  EDIT_UNFINISHED: fault(409, z.object({})),
  // Captions
  CAPTIONS_UNREADABLE: fault(422, named),
  CAPTIONS_NO_SPEECH: fault(422, z.object({})),
  CAPTIONS_NO_SCRIPT: fault(422, z.object({})),
  ENGINE_MISSING: fault(409, z.object({ engine: z.string(), trouble: z.string() })),
  ENGINE_FAILED: fault(500, z.object({ engine: z.string(), detail: z.string() })),
  // Recording
  TAKE_NOT_RECORDING: fault(409, z.object({})),
  SEGMENT_OUT_OF_ORDER: fault(409, z.object({ expected: z.int() })),
  // Jobs
  JOB_INTERRUPTED: fault(500, z.object({})),
  // The company's kit
  KIT_UNREADABLE: fault(422, z.object({ name: z.string() })),
  // Modules
  TEMPLATE_UNREADABLE: fault(422, named),
  MODULE_STALE: fault(409, z.object({ version: z.int() })),
  MODULE_UNFINISHED: fault(422, z.object({ findings: z.array(z.object({ rule: z.string(), message: z.string() })) })),
  PRIVACY_OPEN: fault(422, z.object({ videos: z.array(z.object({ title: z.string(), open: z.int(), again: z.boolean() })) })),
  // Files that carry lessons in and out
  ARCHIVE_BROKEN: fault(422, named),
  ARCHIVE_REFUSED: fault(422, z.object({ name: z.string(), why: ArchiveTrouble })),
  DOCUMENT_UNREADABLE: fault(422, named),
  DOCUMENT_TOO_DEEP: fault(422, named),
  DOCUMENT_TOO_LONG: fault(422, named),
  XLIFF_REFUSED: fault(422, z.object({ name: z.string(), why: XliffTrouble })),
  BUNDLE_NEWER: fault(422, z.object({ name: z.string(), version: z.int() })),
  BUNDLE_BROKEN: fault(422, z.object({ name: z.string(), part: z.string() })),
  REVIEW_FOREIGN: fault(422, z.object({ name: z.string(), title: z.string() })),
  NAME_MISSING: fault(422, z.object({})),
  MODULE_THERE: fault(409, z.object({ id: z.string(), title: z.string() })),
  // The hub
  HUB_NOT_CONNECTED: fault(409, z.object({})),
  HUB_UNREACHABLE: fault(503, z.object({ url: z.string() })),
  HUB_NOT_A_HUB: fault(422, z.object({ url: z.string() })),
  HUB_INSECURE: fault(422, z.object({ url: z.string() })),
  HUB_UNSAFE: fault(502, z.object({ url: z.string() })),
  HUB_FAILED: fault(502, z.object({ url: z.string(), reference: z.string() })),
  SIGN_IN_REQUIRED: fault(401, z.object({})),
  SIGN_IN_EXPIRED: fault(401, z.object({})),
  SIGN_IN_WRONG: fault(401, z.object({})),
  READER_CHANGED: fault(409, z.object({})),
  ACCOUNT_OFF: fault(403, z.object({})),
  EMAIL_TAKEN: fault(409, z.object({ email: z.string() })),
  INVITATION_OVER: fault(410, z.object({})),
  PASSWORD_LINK_OVER: fault(410, z.object({})),
  SETUP_OVER: fault(410, z.object({})),
  SETUP_CODE_WRONG: fault(403, z.object({})),
  DEVICE_CODE_WRONG: fault(404, z.object({})),
  TOO_MANY_TRIES: fault(429, z.object({ seconds: z.int() })),
  ORIGIN_REFUSED: fault(403, z.object({ url: z.string() })),
  ROLE_MISSING: fault(403, z.object({ role: z.string() })),
  OWN_WORK: fault(403, z.object({})),
  NOT_APPROVED: fault(409, z.object({ state: z.string() })),
  REVISION_MISMATCH: fault(422, z.object({})),
  MEDIA_LACKING: fault(409, z.object({ hashes: z.array(z.string()) })),
  NOT_IN_REVIEW: fault(409, z.object({ state: z.string() })),
  SUGGESTION_UNPLACED: fault(422, z.object({})),
  MUSTS_OPEN: fault(409, z.object({ count: z.int() })),
  CHECKLIST_OPEN: fault(409, z.object({ items: z.array(z.string()) })),
  APPROVAL_OF_OTHERS: fault(403, z.object({ kinds: z.array(z.string()) })),
} as const;

export type FaultCode = keyof typeof faults;
export type FaultData<C extends FaultCode> = z.infer<(typeof faults)[C]['data']>;
export type AnyFault = { [C in FaultCode]: { code: C; data: FaultData<C> } }[FaultCode];

/** The one error class that features throw. Whatever else is thrown is a bug and crosses the wire as `UNEXPECTED`. */
export class Fault<C extends FaultCode = FaultCode> extends Error {
  readonly code: C;
  readonly data: FaultData<C>;

  constructor(code: C, data: FaultData<C>, options?: ErrorOptions) {
    super(code, options);
    this.name = 'Fault';
    this.code = code;
    this.data = data;
  }
}

export const isFault = (error: unknown): error is Fault => error instanceof Fault;

/** Reads a fault from what came over the wire, or null where it is none of ours. */
export function readFault(error: unknown): AnyFault | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, data } = error as { code?: unknown; data?: unknown };
  if (typeof code !== 'string' || !(code in faults)) return null;
  const parsed = faults[code as FaultCode].data.safeParse(data);
  return parsed.success ? ({ code, data: parsed.data } as AnyFault) : null;
}
