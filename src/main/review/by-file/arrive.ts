import type { ReviewArrived } from '../../../shared/contract/exchange.ts';
import { Fault } from '../../../shared/contract/faults.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import { anchored } from '../../../shared/model/review/anchored.ts';
import { freshIn, mergeSaid, ReviewPart, reviewFile, type Said } from '../../../shared/model/review/by-file.ts';
import type { ReviewComment } from '../../../shared/model/review/comment.ts';
import type { Archive } from '../../exchange/archive/read.ts';
import { partName, readManifest, readPart } from '../../exchange/bundle/manifest.ts';
import { readBundle } from '../../exchange/bundle/read.ts';
import { takeInMedia } from '../../exchange/bundle/take-in.ts';
import { requireSpace } from '../../media/import-file.ts';
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
async function readReview(archive: Archive): Promise<ReviewPart | null> {
  const { name } = archive;
  const { parts, version, format } = await readManifest(archive);
  const value = await readPart(archive, parts, reviewFile, largestReview);
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
  const known = await studio.database.selectFrom('revisions').where('module_id', '=', moduleId).select('hash').execute();
  const hashes = new Set(known.map(({ hash }) => hash));
  const history = createHistory(studio);
  const named = [...new Set(comments.map(({ revision }) => revision))].filter((hash) => hashes.has(hash));
  const contents = new Map(await Promise.all(named.map(async (hash) => [hash, (await history.revision(moduleId, hash)).content] as const)));
  return comments.map((comment) => {
    const content = contents.get(comment.revision);
    return { ...comment, anchor: (content && anchored(comment.anchor, content)) ?? comment.anchor };
  });
}

/** Adds what a file says to what is known of a module. Refuses it as a whole where that would be more than a page can show. */
async function add(studio: Studio, name: string, moduleId: string, said: Said): Promise<ReviewArrived['review']['fresh']> {
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
async function takeReturn(studio: Studio, archive: Archive, part: ReviewPart): Promise<ReviewArrived> {
  const { name } = archive;
  const manifest = await readManifest(archive);
  if (manifest.format !== 'showhow-review') throw new TypeError('Only what came back has no module');
  const { moduleId } = manifest;
  const [own, copy, desk] = await Promise.all([
    isHandedOutHere(studio, part.handedOut.id),
    findCopy(studio, moduleId),
    studio.database.selectFrom('modules').where('id', '=', moduleId).select('id').executeTakeFirst(),
  ]);
  const arriving: Arriving = { moduleId, title: manifest.title, author: null, part };
  if (own || (desk && !copy)) return comeBack(studio, name, arriving);
  if (!copy) throw new Fault('REVIEW_FOREIGN', { name, title: manifest.title });
  return arrived(arriving, 'opened', await add(studio, name, moduleId, part));
}

/**
 * Takes in a file that is for a review, or comes back from one: what was handed out here comes back to its module, everything else
 * is opened to be looked at. Twice is no harm, and the order does not matter. Null where the file is for no review.
 */
export async function takeReview(studio: Studio, archive: Archive, signal: AbortSignal): Promise<ReviewArrived | null> {
  const part = await readReview(archive);
  if (!part) return null;
  const { format } = await readManifest(archive);
  if (format === 'showhow-review') return takeReturn(studio, archive, part);
  const { bundle } = await readBundle(archive);
  const arriving: Arriving = { moduleId: bundle.moduleId, title: bundle.content.title, author: bundle.author, part };
  if (await isHandedOutHere(studio, part.handedOut.id)) return comeBack(studio, archive.name, arriving);
  await requireSpace(
    studio.paths.root,
    bundle.media.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  await takeInMedia(studio, archive, bundle, signal);
  signal.throwIfAborted();
  const fresh = await add(studio, archive.name, bundle.moduleId, part);
  const { older } = await keepCopy(studio, bundle, part.handedOut);
  studio.log.info({ module: bundle.moduleId, revision: bundle.revision, older }, 'a module was opened for review');
  return arrived(arriving, 'opened', fresh, older);
}
