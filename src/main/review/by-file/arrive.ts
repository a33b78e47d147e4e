import type { ReviewArrived } from '../../../shared/contract/exchange.ts';
import { Fault } from '../../../shared/contract/faults.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { anchored } from '../../../shared/model/review/anchored.ts';
import { freshIn, mergeSaid, ReviewPart, reviewFile, type Said } from '../../../shared/model/review/by-file.ts';
import type { ReviewComment } from '../../../shared/model/review/comment.ts';
import { together } from '../../database/together.ts';
import { partName, readPart, type ShowhowFile } from '../../exchange/bundle/manifest.ts';
import { readBundle } from '../../exchange/bundle/read.ts';
import { withMedia } from '../../exchange/bundle/take-in.ts';
import { requireSpace } from '../../media/import-file.ts';
import type { ModuleDesk } from '../../modules/desk.ts';
import { createHistory } from '../../modules/history.ts';
import type { Studio } from '../../studio.ts';
import { findCopy, keepCopy } from './copies.ts';
import { isHandedOutHere } from './hand-out.ts';
import { addTalk } from './talk.ts';

/** Thousands of words of comments are far below this; a page could not show more. */
const largestReview = 5_000_000;
const mostComments = 1000;
const mostAdvice = 200;

const isLonger = (value: unknown, most: number): boolean => Array.isArray(value) && value.length > most;

/** What was said, as a file has it; null where it is no file for a review. */
async function readReview(opened: ShowhowFile): Promise<ReviewPart | null> {
  const { name } = opened.archive;
  const { version, format } = opened.manifest;
  const value = await readPart(opened, reviewFile, largestReview);
  if (value === null) {
    if (format === 'showhow-review') throw new Fault('BUNDLE_BROKEN', { name, part: partName(reviewFile) });
    return null;
  }
  const { comments, advice } = Object(value) as Record<string, unknown>;
  if (isLonger(comments, mostComments) || isLonger(advice, mostAdvice)) throw new Fault('ARCHIVE_REFUSED', { name, why: 'too-large' });
  const read = ReviewPart.safeParse(value);
  // The bytes are those that were written, and yet they are not understood.
  if (!read.success) throw new Fault('BUNDLE_NEWER', { name, version });
  return read.data;
}

/** What a comment says of where it hangs is made anew from the version it was written on, where that is here. */
async function anchoredHere(studio: Studio, moduleId: string, comments: readonly ReviewComment[]): Promise<ReviewComment[]> {
  const named = comments.map(({ revision }) => revision);
  const contents = await createHistory(studio).contents(moduleId, named);
  return comments.map((comment) => {
    const content = contents.get(comment.revision);
    return { ...comment, anchor: (content && anchored(comment.anchor, content)) ?? comment.anchor };
  });
}

/** Adds what a file says to what is known of a module. Refuses it as a whole where that would be more than a page can show. */
async function add(
  studio: Pick<Studio, 'database'>,
  name: string,
  moduleId: string,
  said: Said,
): Promise<ReviewArrived['review']['fresh']> {
  const { before, after } = await addTalk(studio, moduleId, (talk) => {
    const merged = mergeSaid(talk, said);
    if (merged.comments.length > mostComments || merged.advice.length > mostAdvice)
      throw new Fault('ARCHIVE_REFUSED', { name, why: 'too-large' });
    return said;
  });
  return freshIn(before, after);
}

const speakers = ({ comments, advice }: Said): string[] => [
  ...new Set([
    ...comments.flatMap(({ author, replies, turns }) => [author, ...replies.map((one) => one.author), ...turns.map(({ by }) => by)]),
    ...advice.map(({ by }) => by),
  ]),
];

/** Whether a module is on this desk. */
type Modules = Pick<ModuleDesk, 'find'>;

interface Arriving {
  moduleId: string;
  title: string;
  author: Profile | null;
  part: ReviewPart;
}

const arrived = (
  { moduleId, title, author, part }: Arriving,
  is: ReviewArrived['review']['is'],
  fresh: ReviewArrived['review']['fresh'],
  older = false,
): ReviewArrived => ({ review: { module: moduleId, title, is, author, by: speakers(part).slice(0, 50), fresh, older } });

async function comeBack(studio: Studio, name: string, arriving: Arriving): Promise<ReviewArrived> {
  const { moduleId, part } = arriving;
  const comments = await anchoredHere(studio, moduleId, part.comments);
  const fresh = await add(studio, name, moduleId, { comments, advice: part.advice });
  studio.log.info({ module: moduleId, fresh }, 'a review came back in a file');
  return arrived(arriving, 'back', fresh);
}

/** What came back without its module. It belongs to whoever has that: the author, or another who reviews it. */
async function takeReturn(studio: Studio, modules: Modules, name: string, arriving: Arriving): Promise<ReviewArrived> {
  const { moduleId, title, part } = arriving;
  const [own, copy, module] = await Promise.all([
    isHandedOutHere(studio, part.handedOut.id),
    findCopy(studio, moduleId),
    modules.find(moduleId),
  ]);
  if (own || (module !== null && !copy)) return comeBack(studio, name, arriving);
  if (!copy) throw new Fault('REVIEW_FOREIGN', { name, title });
  return arrived(arriving, 'opened', await add(studio, name, moduleId, part));
}

/**
 * Takes in a file that is for a review, or comes back from one: what was handed out here comes back to its module, everything else
 * is opened to be looked at. Twice is no harm, and the order does not matter. Null where the file is for no review.
 */
export async function takeReview(
  studio: Studio,
  modules: Modules,
  opened: ShowhowFile,
  signal: AbortSignal,
): Promise<ReviewArrived | null> {
  const part = await readReview(opened);
  if (!part) return null;
  const { archive, manifest } = opened;
  if (manifest.format === 'showhow-review') {
    const { moduleId, title } = manifest;
    return takeReturn(studio, modules, archive.name, { moduleId, title, author: null, part });
  }
  const { bundle } = await readBundle(opened);
  const arriving: Arriving = { moduleId: bundle.moduleId, title: bundle.content.title, author: bundle.author, part };
  if (await isHandedOutHere(studio, part.handedOut.id)) return comeBack(studio, archive.name, arriving);
  await requireSpace(
    studio.paths.root,
    bundle.media.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  const { fresh, older } = await withMedia(studio, archive, bundle, signal, () =>
    together(studio.database, async (database) => ({
      fresh: await add({ database }, archive.name, bundle.moduleId, part),
      ...(await keepCopy({ database }, bundle, part.handedOut)),
    })),
  );
  studio.log.info({ module: bundle.moduleId, revision: bundle.revision, older }, 'a module was opened for review');
  return arrived(arriving, 'opened', fresh, older);
}
