import { z } from 'zod';
import { Moment } from '../model/history/moment.ts';
import { Id, line, RevisionHash } from '../model/ids.ts';
import { ModuleDraft, Revision } from '../model/module.ts';
import { procedure } from './base.ts';

const module = z.object({ id: Id });

/** A moment and what happened between the one before it and it, in a sentence. */
export const ToldMoment = Moment.extend({ summary: z.string() });
export type ToldMoment = z.infer<typeof ToldMoment>;

/** What a module was, and the way back. Moments are kept by the studio itself and by the author. */
export const history = {
  /** Newest first. `now` is what happened since the newest. */
  list: procedure.input(module).output(z.object({ moments: z.array(ToldMoment), now: z.string() })),
  /** Keeps the present state; under a name where one is given, else because something is about to take its place. */
  keep: procedure
    .input(module.extend({ name: line(80).min(1).nullable(), because: z.enum(['merged', 'replaced']).optional() }))
    .output(Moment),
  /** Gives a moment a name, or takes it away. */
  rename: procedure.input(module.extend({ moment: Id, name: line(80).nullable() })).output(Moment),
  revision: procedure.input(module.extend({ hash: RevisionHash })).output(Revision),
  /** Brings a state back as one save, after keeping the present one. `before` is the way back from it. */
  restore: procedure.input(module.extend({ hash: RevisionHash })).output(z.object({ draft: ModuleDraft, before: Moment })),
};
