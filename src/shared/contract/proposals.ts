import { z } from 'zod';
import { Id } from '../model/ids.ts';
import { procedure } from './base.ts';

/**
 * What a person decided about the proposals of an edit. It is kept beside the edit and not in it: leaving a proposal is no
 * change of the edit, and undo does not bring it back.
 */
export const ProposalChoices = z.object({
  /** The ids of what was left. */
  left: z.array(z.string().max(200)).max(5000).default([]),
  silence: z
    .object({ below: z.number().min(-80).max(-10).nullable(), rest: z.number().min(0.1).max(3) })
    .default({ below: null, rest: 0.5 }),
});
export type ProposalChoices = z.infer<typeof ProposalChoices>;

const ofEdit = z.object({ edit: Id });

export const proposals = {
  choices: procedure.input(ofEdit).output(ProposalChoices),
  choose: procedure.input(ofEdit.extend({ choices: ProposalChoices })).output(ProposalChoices),
};
