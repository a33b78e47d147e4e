import type { Kysely } from 'kysely';
import { z } from 'zod';
import { Fault, isFault } from '../../shared/contract/faults.ts';
import type { StudioReview } from '../../shared/contract/publishing.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Turn } from '../../shared/model/review/comment.ts';
import { Review } from '../../shared/model/review/review.ts';
import type { ReviewState } from '../../shared/model/review/state.ts';
import type { Tables } from '../database/tables.ts';
import { isAway } from '../hubclient/faults.ts';
import { hear, lastHeard } from '../hubclient/heard.ts';
import type { HubLink } from '../hubclient/link.ts';
import type { Studio } from '../studio.ts';
import { type Addition, replied, turned } from './by-file/say.ts';
import { addTalk, allTalks, noTalk, type Talk, talkOf } from './by-file/talk.ts';
import { bringToHub, hubLacks, withFiles } from './by-file/with-hub.ts';

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

/** Where this studio's modules stand: at the hub, and in what came back in files. */
export interface Reviews {
  all(): Promise<{ reviews: StudioReview[]; heardAt: string | null }>;
  /** What was last heard, where the hub does not answer. What only files know is brought to the hub where it reviews the module. */
  of(moduleId: string): Promise<StudioReview>;
  turn(which: { moduleId: string; commentId: string; state: Turn['state'] }): Promise<StudioReview>;
  reply(said: { moduleId: string; commentId: string; text: string }): Promise<StudioReview>;
}

const reviewsKey = 'reviews';
const States = z.array(Review.pick({ moduleId: true, state: true }));

/** In which state each module was last heard to be; those that no hub has heard of are left out. */
export async function statesHeard(database: Kysely<Tables>): Promise<Map<string, ReviewState>> {
  const heard = await lastHeard(database, reviewsKey, States);
  return new Map(heard?.value.map(({ moduleId, state }) => [moduleId, state]));
}

/** What the hub says of a module; `fresh` where it said so just now. */
interface Told {
  review: Review;
  fresh: boolean;
}

export function createReviews(
  studio: Pick<Studio, 'database' | 'log'>,
  link: HubLink,
  desk: { profile(): Promise<Pick<Profile, 'name'>> },
): Reviews {
  const { database, log } = studio;
  const heard = () => hear(database, reviewsKey, z.array(Review), async () => (await link.open()).client.reviews.mine());

  const told = async (moduleId: string): Promise<Told> => {
    try {
      return { review: await (await link.open()).client.reviews.get({ moduleId }), fresh: true };
    } catch (error) {
      if (isAway(error)) {
        const known = (await heard()).value?.find((review) => review.moduleId === moduleId);
        return { review: known ?? neverHandedIn(moduleId), fresh: false };
      }
      if (isFault(error) && (error.code === 'NOT_FOUND' || error.code === 'HUB_NOT_CONNECTED'))
        return { review: neverHandedIn(moduleId), fresh: false };
      throw error;
    }
  };

  const brought = async ({ review, fresh }: Told, talk: Talk): Promise<Review> => {
    if (!fresh || hubLacks(review, talk).length === 0) return review;
    try {
      return await bringToHub(link, review, talk);
    } catch (error) {
      // It stays here and is brought the next time; until then the page says so.
      log.warn({ err: error, module: review.moduleId }, 'what came in a file could not be brought to the hub');
      return review;
    }
  };

  const of = async (moduleId: string): Promise<StudioReview> => {
    const [known, talk] = await Promise.all([told(moduleId), talkOf(studio, moduleId)]);
    return withFiles(await brought(known, talk), talk);
  };

  /** Says it here where only a file knows the comment, else at the hub, which is asked first only where a file knows it too. */
  const say = async (
    { moduleId, commentId }: { moduleId: string; commentId: string },
    here: (talk: Talk, by: string) => Addition,
    there: () => Promise<Review>,
  ): Promise<StudioReview> => {
    const isIn = ({ comments }: Pick<Talk, 'comments'>) => comments.some(({ id }) => id === commentId);
    const talk = await talkOf(studio, moduleId);
    const known = isIn(talk) ? await told(moduleId) : null;
    if (!known || isIn(known.review)) return withFiles(await brought({ review: await there(), fresh: true }, talk), talk);
    const by = (await desk.profile()).name.trim() || 'The author';
    const { after } = await addTalk(studio, moduleId, (present) => here(present, by));
    return withFiles(await brought(known, after), after);
  };

  return {
    async all() {
      const [{ value, heardAt }, talks] = await Promise.all([heard(), allTalks(studio)]);
      const reviews = value ?? [];
      const known = new Set(reviews.map(({ moduleId }) => moduleId));
      const onlyFiles = [...talks.keys()].filter((moduleId) => !known.has(moduleId)).map(neverHandedIn);
      return { reviews: [...reviews, ...onlyFiles].map((review) => withFiles(review, talks.get(review.moduleId) ?? noTalk)), heardAt };
    },
    of,
    turn: ({ state, ...which }) =>
      say(
        which,
        (talk, by) => turned(talk, { commentId: which.commentId, state, by }),
        async () => {
          const { reviews } = (await link.open()).client;
          return state === 'reopened' ? reviews.reopen(which) : reviews.resolve({ ...which, taken: state === 'taken' });
        },
      ),
    reply: (said) =>
      say(
        said,
        (talk, by) => replied(talk, { commentId: said.commentId, text: said.text, by }),
        async () => (await link.open()).client.reviews.reply(said),
      ),
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
