import { ProposalChoices } from '../../shared/contract/proposals.ts';
import { api } from '../api/implement.ts';
import { getEdit } from '../edits/edit-rows.ts';
import { readSetting, writeSetting } from '../settings/settings.ts';
import type { Studio } from '../studio.ts';

const keyOf = (edit: string): string => `proposals/${edit}`;

/** The proposals contract. What is proposed is worked out where it is shown; only what was decided is kept here. */
export const proposalsApi = (studio: Studio) => ({
  choices: api.proposals.choices.handler(async ({ input }) => {
    await getEdit(studio.database, input.edit);
    return (await readSetting(studio, keyOf(input.edit), ProposalChoices)) ?? ProposalChoices.parse({});
  }),
  choose: api.proposals.choose.handler(async ({ input }) => {
    await getEdit(studio.database, input.edit);
    await writeSetting(studio, keyOf(input.edit), input.choices);
    return input.choices;
  }),
});
