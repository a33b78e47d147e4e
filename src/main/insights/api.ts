import { api } from '../api/implement.ts';
import { hear } from '../hubclient/heard.ts';
import type { HubLink } from '../hubclient/link.ts';
import type { Studio } from '../studio.ts';
import { type Answering, Insights, insightsKey } from './answering.ts';

export function insightsApi({ database }: Studio, link: HubLink, answering: Answering) {
  const mine = () => hear(database, insightsKey, Insights, async () => (await link.open()).client.insights.mine());
  return {
    mine: api.insights.mine.handler(async () => {
      const { value, heardAt } = await mine();
      return { ...(value ?? { reach: [], asks: [], thanks: [] }), heardAt };
    }),
    answer: api.insights.answer.handler(async ({ input }) => {
      const answered = await (await link.open()).client.insights.answer(input);
      // Whoever looks next, offline too, finds it answered.
      await mine();
      return answered;
    }),
    answerWith: api.insights.answerWith.handler(async ({ input }) => {
      await answering.withTake(input.askId, input.take);
      return null;
    }),
    answering: api.insights.answering.handler(({ input }) => answering.of(input.moduleId)),
  };
}
