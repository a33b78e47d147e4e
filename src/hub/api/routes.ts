import { RPCHandler } from '@orpc/server/fetch';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { wireErrors } from '../../node/wire.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { assertJsonDepth, TooDeep } from '../../shared/model/depth.ts';
import { assertMay } from '../accounts/roles.ts';
import type { Hub, HubEnv } from '../hub-env.ts';
import { whatCameBack } from '../insights/mine.ts';
import { publish, retire } from '../publications/publish.ts';
import { answerAsk } from '../relations/asks.ts';
import { lackingMedia } from '../reviews/arrival.ts';
import { mergeIn } from '../reviews/comments/merge.ts';
import { comment, reply, turn } from '../reviews/comments/write.ts';
import { decidedBy } from '../reviews/decided-by.ts';
import { handOver, putBack, setDue, take } from '../reviews/desk.ts';
import { reviewFor, reviewsOf } from '../reviews/find.ts';
import { handIn } from '../reviews/hand-in.ts';
import { historyFor } from '../reviews/log/history.ts';
import { tick } from '../reviews/policy/checks.ts';
import { reviewers } from '../reviews/policy/policy.ts';
import { reviewQueue } from '../reviews/queue.ts';
import { keepQuiet, remindersFor } from '../reviews/reminders.ts';
import { approve, returnWithReasons } from '../reviews/vet.ts';
import { open, signedIn } from './implement.ts';

/** A module's text with five hundred blocks is far below this; files do not come this way. */
const largestCall = 4 * 1024 * 1024;

/** What is done answers nothing. */
const done = async (deed: Promise<unknown>): Promise<null> => {
  await deed;
  return null;
};

const router = open.router({
  hello: open.hello.handler(({ context: { hub } }) => ({ product: 'showhow-hub', version: hub.version, name: hub.name })),
  me: signedIn.me.handler(({ context: { person } }) => person),
  media: {
    lacking: signedIn.media.lacking.handler(({ context: { hub, person }, input }) => {
      // Whoever sends no files has no business with which of them are here.
      assertMay(person, 'hand in');
      return lackingMedia(hub, input.hashes);
    }),
  },
  reviews: {
    handIn: signedIn.reviews.handIn.handler(({ context: { hub, person }, input }) => handIn(hub, person, input)),
    mine: signedIn.reviews.mine.handler(({ context: { hub, person } }) => reviewsOf(hub, person)),
    get: signedIn.reviews.get.handler(({ context: { hub, person }, input }) => reviewFor(hub, person, input.moduleId)),
    resolve: signedIn.reviews.resolve.handler(({ context: { hub, person }, input: { taken, ...which } }) =>
      turn(hub, person, { ...which, state: taken ? 'taken' : 'resolved' }),
    ),
    reopen: signedIn.reviews.reopen.handler(({ context: { hub, person }, input }) => turn(hub, person, { ...input, state: 'reopened' })),
    comment: signedIn.reviews.comment.handler(({ context: { hub, person }, input }) => comment(hub, person, input)),
    reply: signedIn.reviews.reply.handler(({ context: { hub, person }, input }) => reply(hub, person, input)),
    merge: signedIn.reviews.merge.handler(({ context: { hub, person }, input }) => mergeIn(hub, person, input)),
    history: signedIn.reviews.history.handler(({ context: { hub, person }, input }) => historyFor(hub, person, input.moduleId)),
    queue: signedIn.reviews.queue.handler(({ context: { hub, person } }) => reviewQueue(hub, person)),
    reminders: signedIn.reviews.reminders.handler(({ context: { hub, person } }) => remindersFor(hub, person, new Date().toISOString())),
    keepQuiet: signedIn.reviews.keepQuiet.handler(({ context: { hub, person }, input }) =>
      done(keepQuiet(hub, person, input.moduleId, input.for, new Date().toISOString())),
    ),
    take: signedIn.reviews.take.handler(({ context: { hub, person }, input }) => done(take(hub, person, input.moduleId, input.from))),
    putBack: signedIn.reviews.putBack.handler(({ context: { hub, person }, input }) =>
      done(putBack(hub, person, input.moduleId, person.id)),
    ),
    handOver: signedIn.reviews.handOver.handler(({ context: { hub, person }, input }) =>
      done(handOver(hub, person, input.moduleId, input)),
    ),
    setDue: signedIn.reviews.setDue.handler(({ context: { hub, person }, input }) =>
      done(setDue(hub, person, input.moduleId, input.dueOn)),
    ),
    approve: signedIn.reviews.approve.handler(({ context: { hub, person }, input }) => approve(hub, person, input)),
    returnWithReasons: signedIn.reviews.returnWithReasons.handler(({ context: { hub, person }, input }) =>
      returnWithReasons(hub, person, input),
    ),
    tick: signedIn.reviews.tick.handler(({ context: { hub, person }, input }) => done(tick(hub, person, input))),
    draft: signedIn.reviews.draft.handler(({ context: { hub, person }, input }) => decidedBy(hub, person, input.moduleId)),
    reviewers: signedIn.reviews.reviewers.handler(({ context: { hub, person } }) => {
      assertMay(person, 'review');
      return reviewers(hub);
    }),
  },
  publications: {
    publish: signedIn.publications.publish.handler(({ context: { hub, person }, input }) => publish(hub, person, input)),
    retire: signedIn.publications.retire.handler(({ context: { hub, person }, input }) => retire(hub, person, input.moduleId)),
  },
  insights: {
    mine: signedIn.insights.mine.handler(({ context: { hub, person } }) => whatCameBack(hub, person.id)),
    answer: signedIn.insights.answer.handler(({ context: { hub, person }, input }) => answerAsk(hub, person.id, input)),
  },
});

/** Refuses what is nested so deep that checking it, or walking it later, would need more calls than a program can hold. */
async function boundedDepth({ input, next }: { input: unknown; next(): Promise<unknown> }): Promise<unknown> {
  try {
    assertJsonDepth(input);
  } catch (cause) {
    throw cause instanceof TooDeep ? new Fault('DOCUMENT_TOO_DEEP', { name: 'What was sent' }, { cause }) : cause;
  }
  return next();
}

/** The API for studios, under `/api`. */
export function apiRoutes(hub: Hub): Hono<HubEnv> {
  const rpc = new RPCHandler(router, { clientInterceptors: [wireErrors(hub.log), boundedDepth] });
  const tooLarge = () => {
    throw new Fault('MEDIA_TOO_LARGE', { name: 'What was sent', maxBytes: largestCall });
  };
  return new Hono<HubEnv>().use('/api/*', bodyLimit({ maxSize: largestCall, onError: tooLarge }), async (c, next) => {
    const context = { hub, person: c.var.person, tokenSent: c.req.header('Authorization') !== undefined };
    const { matched, response } = await rpc.handle(c.req.raw, { prefix: '/api', context });
    return matched ? response : next();
  });
}
