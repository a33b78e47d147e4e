import { api } from '../api/implement.ts';
import type { HubLink } from '../hubclient/link.ts';
import type { Reviews } from '../review/reviews.ts';
import type { Studio } from '../studio.ts';
import type { Desk } from './desk.ts';
import { checkHandIn, createHandIn } from './hand-in.ts';
import { publish } from './publish.ts';
import { createReceipts } from './receipts.ts';

export function publishingApi(studio: Studio, link: HubLink, desk: Desk, reviews: Reviews) {
  const receipts = createReceipts(studio.database);
  const handIn = createHandIn(studio, link, desk, receipts);
  return {
    reviews: api.publishing.reviews.handler(() => reviews.all()),
    review: api.publishing.review.handler(({ input }) => reviews.of(input.moduleId)),
    check: api.publishing.check.handler(({ input }) => checkHandIn(desk, input.moduleId)),
    cuts: api.publishing.cuts.handler(({ input }) => desk.cuts(input.media)),
    handIn: api.publishing.handIn.handler(({ input }) => handIn(input.moduleId)),
    turnComment: api.publishing.turnComment.handler(({ input }) => reviews.turn(input)),
    replyToComment: api.publishing.replyToComment.handler(({ input }) => reviews.reply(input)),
    publish: api.publishing.publish.handler(({ input }) => publish(link, desk, receipts, input.moduleId)),
    retire: api.publishing.retire.handler(async ({ input }) => (await link.open()).client.publications.retire(input)),
    receipts: api.publishing.receipts.handler(({ input }) => receipts.of(input.moduleId)),
  };
}
