import type { Kysely } from 'kysely';
import { z } from 'zod';
import { Fault, isFault } from '../../shared/contract/faults.ts';
import { Review } from '../../shared/model/review/review.ts';
import type { ReviewState } from '../../shared/model/review/state.ts';
import type { Tables } from '../database/tables.ts';
import { isAway } from '../hubclient/faults.ts';
import { hear, lastHeard } from '../hubclient/heard.ts';
import type { HubLink } from '../hubclient/link.ts';

/** A module that no hub has heard of. */
export const neverHandedIn = (moduleId: string): Review => ({
  moduleId,
  state: 'draft',
  round: 0,
  revision: null,
  approvedRevision: null,
  publishedRevision: null,
  reasons: null,
  comments: [],
  page: null,
});

/** Where this studio's modules stand at the hub. */
export interface Reviews {
  all(): Promise<{ reviews: Review[]; heardAt: string | null }>;
  /** What was last heard, where the hub does not answer. */
  of(moduleId: string): Promise<Review>;
  resolve(which: { moduleId: string; commentId: string; taken: boolean }): Promise<Review>;
  reply(said: { moduleId: string; commentId: string; text: string }): Promise<Review>;
}

const reviewsKey = 'reviews';
const States = z.array(Review.pick({ moduleId: true, state: true }));

/** In which state each module was last heard to be; those that no hub has heard of are left out. */
export async function statesHeard(database: Kysely<Tables>): Promise<Map<string, ReviewState>> {
  const heard = await lastHeard(database, reviewsKey, States);
  return new Map(heard?.value.map(({ moduleId, state }) => [moduleId, state]));
}

export function createReviews(database: Kysely<Tables>, link: HubLink): Reviews {
  const all = async () => {
    const ask = async () => (await link.open()).client.reviews.mine();
    const { value, heardAt } = await hear(database, reviewsKey, z.array(Review), ask);
    return { reviews: value ?? [], heardAt };
  };
  return {
    all,
    async of(moduleId) {
      try {
        return await (await link.open()).client.reviews.get({ moduleId });
      } catch (error) {
        if (isAway(error)) return (await all()).reviews.find((review) => review.moduleId === moduleId) ?? neverHandedIn(moduleId);
        if (isFault(error) && (error.code === 'NOT_FOUND' || error.code === 'HUB_NOT_CONNECTED')) return neverHandedIn(moduleId);
        throw error;
      }
    },
    resolve: async (which) => (await link.open()).client.reviews.resolve(which),
    reply: async (said) => (await link.open()).client.reviews.reply(said),
  };
}

/** The revision that may be published now; refuses with NOT_APPROVED, also where a letter was changed since. */
export function approvedNow(review: Review, draftRevision: string): string {
  const { state, approvedRevision } = review;
  if (approvedRevision === null || !(state === 'approved' || state === 'published' || state === 'retired')) {
    throw new Fault('NOT_APPROVED', { state });
  }
  if (approvedRevision !== draftRevision) throw new Fault('NOT_APPROVED', { state: 'changed since it was approved' });
  return approvedRevision;
}
