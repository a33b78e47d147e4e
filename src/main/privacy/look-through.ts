import type { Box, Word } from '../../shared/model/privacy/finding.ts';
import { type SearchFor, searchWords } from '../../shared/model/privacy/search.ts';
import { changedBoxes, readingBoxes } from './change.ts';
import { lookRate } from './frames.ts';
import { areaOf, copyPart, cropped, type Frame, type Grey, wholeOf } from './grey.ts';
import type { Reader } from './reader.ts';
import { type Part, placedWords, wordsAfter } from './screen.ts';
import { createTrails, type Trail } from './trail.ts';

/** What is in motion is read when it rests, and at least this often while it moves. In seconds. */
const longestWait = 0.6;
/** A moving picture in which hardly a word was read is a film: it is read less often. */
const filmWait = 2.5;
const fewWords = 4;

/** Pictures that are kept to see where something came from. */
const remembered = 6;

/** Pictures up to this height are read at twice their size: letters on screens are half as high as the reader likes. */
const highestDoubled = 1300;

/** Half a word at the edge of what was read: a second try takes in this much more, in pixels. */
const secondTry = 40;

/** Reads parts of a picture; a part that cuts through words is read once more, larger. */
async function readParts(reader: Pick<Reader, 'read'>, frame: Frame, changes: readonly Box[]): Promise<Part[]> {
  const scale = frame.height <= highestDoubled ? 2 : 1;
  const whole = wholeOf(frame);
  const readOne = async (region: Box) => ({ region, ...placedWords(await reader.read(cropped(frame, region), scale), region, whole) });
  const parts = [];
  for (const region of readingBoxes(frame, changes)) {
    const first = await readOne(region);
    const [larger = region] = first.cut ? readingBoxes(frame, [region], secondTry) : [];
    parts.push(first.cut ? await readOne(larger) : first);
  }
  return parts;
}

/**
 * Looks through the pictures of a stretch, reads what changed, and follows what is private. A still screen is read once.
 * `progress` is told the take time reached.
 */
export async function lookThrough(
  frames: AsyncIterable<Frame>,
  reader: Pick<Reader, 'read'>,
  searchFor: SearchFor,
  stretch: { from: number; to: number },
  progress: (at: number) => void,
): Promise<Trail[]> {
  const trails = createTrails(1 / lookRate);
  const earlier: Frame[] = [];
  /** The screen as it was read last, piece by piece. */
  let known: Grey | null = null;
  let words: readonly Word[] = [];
  let waitingSince: number | null = null;
  let isFilm = false;

  const read = async (frame: Frame, changes: readonly Box[]): Promise<void> => {
    const parts = await readParts(reader, frame, changes);
    words = wordsAfter(words, parts, changes);
    const share = parts.reduce((sum, { region }) => sum + areaOf(region), 0);
    isFilm = share > 0.5 * areaOf(wholeOf(frame)) && parts.flatMap((part) => part.words).length < fewWords;
    known ??= { ...frame, data: frame.data.slice() };
    for (const change of changes) copyPart(frame, known, change);
    waitingSince = null;
    trails.read(frame, searchWords(words, searchFor), earlier);
  };

  let last: Frame | null = null;
  for await (const frame of frames) {
    trails.advance(frame);
    const changes = known ? changedBoxes(known, frame) : [wholeOf(frame)];
    if (changes.length === 0) waitingSince = null;
    else {
      waitingSince ??= frame.at;
      const rests = last !== null && changedBoxes(last, frame).length === 0;
      if (!known || rests || frame.at - waitingSince >= (isFilm ? filmWait : longestWait)) await read(frame, changes);
    }
    earlier.unshift(frame);
    earlier.splice(remembered);
    last = frame;
    progress(frame.at);
  }
  // What changed just before the end was not waited for.
  if (last && known && waitingSince !== null) await read(last, changedBoxes(known, last));
  return trails.end(stretch.from, stretch.to);
}
