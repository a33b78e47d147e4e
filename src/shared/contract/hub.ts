import { z } from 'zod';
import { Id, Instant, line, MediaHash, RevisionHash } from '../model/ids.ts';
import { ModuleContent } from '../model/module.ts';
import { Manifest } from '../model/package.ts';
import { SweepRecord } from '../model/privacy/record.ts';
import { Profile } from '../model/profile.ts';
import { ReviewComment } from '../model/review/comment.ts';
import { Reminder } from '../model/review/reminder.ts';
import { Review } from '../model/review/review.ts';
import { procedure } from './base.ts';
import { Receipt } from './publishing.ts';
import { Answer, Ask, ModuleReach, Thank } from './relations.ts';
import { comment, module, Remark, Reply, words } from './speaking.ts';

export const Role = z.enum(['learner', 'author', 'reviewer', 'publisher', 'admin']);
export type Role = z.infer<typeof Role>;

const PersonId = z.string().min(1).max(100);

/** A draft in the reviewers' queue. */
export const WaitingDraft = z.object({
  moduleId: Id,
  title: z.string(),
  author: z.string(),
  round: z.int(),
  waitingSince: Instant,
  dueOn: z.iso.date(),
  overdue: z.boolean(),
  reviewer: z.object({ id: PersonId, name: z.string() }).nullable(),
  /** She gave her approval, and it waits for others. */
  approvedByMe: z.boolean(),
  needed: z.array(z.string().nullable()),
  page: z.url(),
});
export type WaitingDraft = z.infer<typeof WaitingDraft>;

/**
 * What a studio says to a hub, served under `/api` and signed in with a bearer token from the device authorization
 * (`/auth/device/code`, `/auth/device/token`). Media come by tus under `/uploads`, with SHA-256 and type in `Upload-Metadata: hash, filetype`.
 */
export const hubApi = {
  /** Says that this is a hub, without a sign-in. */
  hello: procedure.output(z.object({ product: z.literal('showhow-hub'), version: z.string(), name: z.string() })),
  me: procedure.output(z.object({ id: z.string(), name: z.string(), email: z.string(), roles: z.array(Role) })),
  media: {
    /** Which of these files the hub does not have. */
    lacking: procedure.input(z.object({ hashes: z.array(MediaHash).max(500) })).output(z.array(MediaHash)),
  },
  reviews: {
    /** Last step of handing in: refuses with MEDIA_LACKING or REVISION_MISMATCH. */
    handIn: procedure.input(Manifest).output(Review),
    /** All modules this person handed in. */
    mine: procedure.output(z.array(Review)),
    get: procedure.input(module).output(Review),
    /** Says something about the revision on screen. What is not of its content in the anchor is made anew there. */
    comment: procedure.input(Remark).output(Review),
    reply: procedure.input(Reply).output(Review),
    /** `taken`: by taking its suggestion. */
    resolve: procedure.input(comment.extend({ taken: z.boolean().default(false) })).output(Review),
    reopen: procedure.input(comment).output(Review),
    /** Brings in comments from a review file. What is here already stays; twice is no harm. */
    merge: procedure.input(module.extend({ comments: z.array(ReviewComment).max(1000) })).output(Review),
    /** Drafts that wait for this person's eyes: never her own. */
    queue: procedure.output(z.array(WaitingDraft)),
    /** What this person is to be reminded of now: what she is on and is due, and what came back to her. */
    reminders: procedure.output(z.array(Reminder)),
    /** No reminder of a module for a day, or for the rest of its round. */
    keepQuiet: procedure.input(module.extend({ for: z.enum(['day', 'always']) })).output(z.null()),
    /** She is on it from now on. `from`: who was on it as she knows it; refuses with CONFLICT where that is another one by now. */
    take: procedure.input(module.extend({ from: PersonId.nullable() })).output(z.null()),
    /** She is not on it any more; refuses with CONFLICT where someone else is by now. */
    putBack: procedure.input(module).output(z.null()),
    /** `from` as in `take`. */
    handOver: procedure.input(module.extend({ from: PersonId.nullable(), to: PersonId })).output(z.null()),
    /** Null: as the policy says. */
    setDue: procedure.input(module.extend({ dueOn: z.iso.date().nullable() })).output(z.null()),
    /** Approves the revision she has read, or gives one of the approvals it needs. Refuses as the hub's page does. */
    approve: procedure.input(module.extend({ revision: RevisionHash, word: line(300).default('') })).output(Review),
    /** `seen`: how many approvals there were when she decided. */
    returnWithReasons: procedure
      .input(module.extend({ revision: RevisionHash, reasons: words, seen: z.int().nonnegative().optional() }))
      .output(Review),
    /** Ticks an item of the checklist with the block that shows it; null takes the tick back. */
    tick: procedure.input(module.extend({ revision: RevisionHash, item: line(200).min(1), blockId: Id.nullable() })).output(z.null()),
    /** All that a reviewer decides by: what was handed in, what was said, what is ticked, who approved, and what is still needed. */
    draft: procedure.input(module).output(
      z.object({
        review: Review,
        revision: RevisionHash,
        author: Profile,
        content: ModuleContent,
        handedInAt: Instant,
        sweeps: z.array(SweepRecord),
        checks: z.array(z.object({ item: z.string(), blockId: Id.nullable(), by: z.string().nullable() })),
        approvals: z.array(z.object({ by: z.string(), kinds: z.array(z.string()), word: z.string(), at: Instant })),
        needed: z.array(z.string().nullable()),
      }),
    ),
    /** Who may decide, and what each speaks for. For reviewers. */
    reviewers: procedure.output(z.array(z.object({ id: PersonId, name: z.string(), kinds: z.array(z.string()) }))),
    /** Who decided what on which revision, oldest first; `hash` chains each entry to the one before it in the hub's log. */
    history: procedure.input(module).output(
      z.array(
        z.object({
          seq: z.int(),
          hash: z.string(),
          what: z.string(),
          who: z.object({ id: z.string(), name: z.string() }),
          revision: RevisionHash.nullable(),
          at: Instant,
          detail: z.record(z.string(), z.unknown()),
        }),
      ),
    ),
  },
  publications: {
    /** Shows an approved revision to colleagues. Refuses with NOT_APPROVED where the hash differs. */
    publish: procedure.input(module.extend({ revision: MediaHash })).output(Receipt.omit({ target: true, bytesSent: true })),
    retire: procedure.input(module).output(Review),
  },
  insights: {
    mine: procedure.output(z.object({ reach: z.array(ModuleReach), asks: z.array(Ask), thanks: z.array(Thank) })),
    /** With a module, which must be this person's and published, its link goes along. */
    answer: procedure.input(Answer).output(Ask),
  },
};
