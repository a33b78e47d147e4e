import { z } from 'zod';
import { Id, Instant, line, RevisionHash } from '../ids.ts';

/**
 * Why a state of a module was kept. pause: work went on later · named: the author gave it a name · handed-in: reviewers have it ·
 * restored: it stood on the desk when an older one was brought back · merged: another window had written it, and both were put together ·
 * handed-out: reviewers have it in a file · replaced: it stood on the desk before something else took its place, an import for example · brought: it came in a file.
 */
export const MomentKind = z.enum(['pause', 'named', 'handed-in', 'handed-out', 'restored', 'merged', 'replaced', 'brought']);
export type MomentKind = z.infer<typeof MomentKind>;

/** A place in a module's history: when which revision was kept, and why. */
export const Moment = z.object({
  id: Id,
  hash: RevisionHash,
  kind: MomentKind,
  name: line(80).nullable(),
  at: Instant,
});
export type Moment = z.infer<typeof Moment>;
