import type { ColumnType } from 'kysely';
import type { Role } from '../../shared/contract/hub.ts';
import type { ModuleContent } from '../../shared/model/module.ts';
import type { MediaType } from '../../shared/model/package.ts';
import type { SweepRecord } from '../../shared/model/privacy/record.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Anchor } from '../../shared/model/review/anchor.ts';
import type { Severity, Turn } from '../../shared/model/review/comment.ts';
import type { VideoCut } from '../../shared/model/review/cut.ts';
import type { ReviewState } from '../../shared/model/review/state.ts';
import type { LogEntry } from '../reviews/log/chain.ts';

/** Text on disk; the parameter names the model that reads it. */
type Json<_Model> = string;

/** A moment as better-auth keeps it: ISO text in SQLite, a timestamp in PostgreSQL. */
type AuthDate = string;

/** Tables that better-auth reads and writes; the names and the camel case are its own. */
export interface AccountTables {
  user: { id: string; name: string; email: string; emailVerified: number; image: string | null; createdAt: AuthDate; updatedAt: AuthDate };
  session: {
    id: string;
    expiresAt: AuthDate;
    token: string;
    createdAt: AuthDate;
    updatedAt: AuthDate;
    ipAddress: string | null;
    userAgent: string | null;
    userId: string;
  };
}

/**
 * The hub's tables. JSON columns hold text; whoever reads one checks it with its Zod model. Times are ISO 8601 UTC.
 * People are rows of better-auth's `user`; `*_id` of a person refers to it.
 */
export interface HubTables extends AccountTables {
  settings: { key: string; value: string };
  /** One row a role and person; everyone is a learner without a row. */
  person_roles: { person_id: string; role: Role };
  /** People who may not sign in any more. Their modules and words stay. */
  deactivations: { person_id: string; at: string };
  invitations: {
    id: string;
    /** SHA-256 of the token; the token itself is known only to who holds the link. */
    token_hash: string;
    email: string | null;
    roles: Json<Role[]>;
    created_by: string;
    created_at: string;
    expires_at: string;
    used_at: string | null;
    used_by: string | null;
  };
  /** How often something was tried, so that guessing is slow in every process of the hub. */
  attempts: { key: string; count: number; resets_at: string };

  /** How a person shows herself to colleagues: the profile that came with the module handed in last. */
  profiles: { person_id: string; profile: Json<Profile>; photo: string | null; updated_at: string };
  media: { hash: string; type: MediaType; bytes: number; created_at: string };
  /**
   * A module belongs to the first person who handed it in. Learners see it where `published_revision` is set,
   * and they see that revision, whatever round of review is running.
   */
  modules: {
    id: string;
    author_id: string;
    title: string;
    state: ReviewState;
    round: number;
    /** The revision last handed in. */
    revision: string;
    approved_revision: string | null;
    approved_by: string | null;
    published_revision: string | null;
    published_at: string | null;
    reasons: string | null;
    created_at: string;
    updated_at: string;
  };
  revisions: {
    module_id: string;
    hash: string;
    round: number;
    content: Json<ModuleContent>;
    /** The author's profile as it came with this revision. */
    author: Json<Profile>;
    handed_in_at: string;
    sweeps: ColumnType<Json<SweepRecord[]>, Json<SweepRecord[]> | undefined, Json<SweepRecord[]>>;
    cuts: ColumnType<Json<VideoCut[]>, Json<VideoCut[]> | undefined, Json<VideoCut[]>>;
  };
  /** Which media a revision shows (its profile's photo included): who may see the one may load the other. */
  revision_media: { module_id: string; revision: string; hash: string };
  comments: {
    id: string;
    module_id: string;
    revision: string;
    round: number;
    author_id: string;
    /** The name of someone without an account, whose comment `author_id` brought along. */
    author_name: string | null;
    anchor: Json<Anchor>;
    severity: Severity;
    text: string;
    suggestion: string | null;
    mentions: Json<string[]>;
    created_at: string;
  };
  comment_replies: {
    id: string;
    comment_id: string;
    author_id: string;
    author_name: string | null;
    text: string;
    mentions: Json<string[]>;
    created_at: string;
  };
  /** Every time a comment was settled or opened again; the last one counts. */
  comment_turns: { comment_id: string; state: Turn['state']; by_id: string | null; by_name: string; at: string };
  /** Who is spoken to in a comment or a reply to it, until she has seen it. */
  mentions: { person_id: string; comment_id: string; at: string; seen_at: string | null };
  /** Who is on a module, until which day (by hand; else by the policy), and what kind of module it is. */
  review_desks: {
    module_id: string;
    reviewer_id: string | null;
    since: string | null;
    due_on: string | null;
    kind: string | null;
  };
  /** When someone last had a module before her, and until when she wants no reminder of it. */
  reminders: { person_id: string; module_id: string; last_at: string | null; quiet_until: string | null };
  /** For what a reviewer speaks: L&D, compliance … */
  approver_kinds: { person_id: string; kind: string };
  /** Each approval of a revision, with what its reviewer spoke for then. */
  approvals: { module_id: string; revision: string; person_id: string; kinds: Json<string[]>; word: string; at: string };
  /** Ticks of the checklist, each with the block that shows it. */
  checks: { module_id: string; revision: string; item_id: string; block_id: string | null; person_id: string; at: string };
  /** Only ever added to: triggers refuse everything else. */
  review_log: { seq: number; module_id: string | null; entry: Json<LogEntry>; previous: string; hash: string };
  /** Every publication there was; `retired_at` where it was taken back or replaced. */
  publications: {
    id: string;
    module_id: string;
    revision: string;
    published_by: string;
    published_at: string;
    retired_at: string | null;
  };

  /** A question to a person, from a module's page or from her own. */
  asks: {
    id: string;
    module_id: string | null;
    /** Who is asked. */
    author_id: string;
    from_id: string;
    text: string;
    created_at: string;
    answer: string | null;
    /** The module that answers it. */
    answer_module_id: string | null;
    answered_at: string | null;
  };
  thanks: { id: string; module_id: string; author_id: string; from_id: string; note: string; created_at: string };
  /** Learning records: the whole xAPI statement, and beside it what is asked for. */
  statements: {
    id: string;
    person_id: string;
    module_id: string;
    revision: string;
    block_id: string | null;
    /** The verb's last word: experienced, completed, answered, played … */
    verb: string;
    success: number | null;
    statement: Json<unknown>;
    stored_at: string;
  };
}
