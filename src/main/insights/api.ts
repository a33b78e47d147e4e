import { z } from 'zod';
import { Ask, ModuleReach, Thank } from '../../shared/contract/relations.ts';
import { api } from '../api/implement.ts';
import { hear } from '../hubclient/heard.ts';
import type { HubLink } from '../hubclient/link.ts';
import type { Studio } from '../studio.ts';

const Insights = z.object({ reach: z.array(ModuleReach), asks: z.array(Ask), thanks: z.array(Thank) });

export const insightsApi = ({ database }: Studio, link: HubLink) => ({
  mine: api.insights.mine.handler(async () => {
    const ask = async () => (await link.open()).client.insights.mine();
    const { value, heardAt } = await hear(database, 'insights', Insights, ask);
    return { ...(value ?? { reach: [], asks: [], thanks: [] }), heardAt };
  }),
  answer: api.insights.answer.handler(async ({ input }) => (await link.open()).client.insights.answer(input)),
});
