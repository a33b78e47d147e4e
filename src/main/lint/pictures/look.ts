import { letterSize } from '../../../shared/model/contrast/letters.ts';
import { measureWord, type Rgb } from '../../../shared/model/contrast/measure.ts';
import { papers } from '../../../shared/model/contrast/papers.ts';
import type { FaintWord, PictureFacts } from '../../../shared/model/lint/pictures.ts';
import type { Word } from '../../../shared/model/privacy/finding.ts';
import type { Ffmpeg } from '../../media/locate.ts';
import { touches } from '../../privacy/grey.ts';
import type { Reader } from '../../privacy/reader.ts';
import { decodePicture, greyOf, isSeenThrough, onPaper } from './decode.ts';
import { readFaint } from './read.ts';

/** Bumped where a picture is looked at in another way than before: it is looked at anew. */
export const lookVersion = 1;

/** Specks and textures are read as letters too: a word counts where the reader is this sure, and has so many letters. */
const surest = 60;
const fewestLetters = 2;

/** Letters below this need more contrast than any picture has to be read; the others pass at this. */
const enough = 4.5;
const mostFaint = 100;

const isWord = ({ text, confidence }: Word): boolean =>
  confidence >= surest && (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= fewestLetters;

/** Words of several readings, each place once. */
function united(readings: readonly (readonly Word[])[]): Word[] {
  const words: Word[] = [];
  for (const word of readings
    .flat()
    .filter(isWord)
    .toSorted((a, b) => b.confidence - a.confidence)) {
    if (!words.some(({ box }) => touches(box, word.box))) words.push(word);
  }
  return words;
}

type Look = Omit<FaintWord, 'theme'>;

function measured(picture: Rgb, { text, box }: Word, shrunk: number): Look | null {
  const found = measureWord(picture, box);
  if (!found) return null;
  const area = {
    x: box.x0 / picture.width,
    y: box.y0 / picture.height,
    width: (box.x1 - box.x0) / picture.width,
    height: (box.y1 - box.y0) / picture.height,
  };
  const size = letterSize(text, box.y1 - box.y0) * shrunk;
  return { text: text.slice(0, 100), area, ratio: found.ratio, size, stroke: found.stroke * shrunk };
}

/**
 * Looks at a picture of the media store: which words are in it, and which of them stand out too little. What a page shines
 * through is looked at on the light and on the dark one.
 */
export async function lookAt(
  ffmpeg: Ffmpeg,
  reader: Pick<Reader, 'read'>,
  { media, path }: { media: string; path: string },
  signal: AbortSignal,
): Promise<PictureFacts> {
  const decoded = await decodePicture(ffmpeg, path, signal);
  const themes = isSeenThrough(decoded) ? (['light', 'dark'] as const) : ([null] as const);
  const grounds = themes.map((theme) => ({ theme, picture: onPaper(decoded, papers[theme ?? 'light']) }));
  const readings: Word[][] = [];
  for (const { picture } of grounds) readings.push(await readFaint(reader, greyOf(picture)));
  const words = united(readings);
  const faint = words.flatMap((word): FaintWord[] => {
    const looks = grounds.flatMap(({ theme, picture }) => {
      const look = measured(picture, word, decoded.shrunk);
      return look ? [{ ...look, theme }] : [];
    });
    const worst = looks.toSorted((a, b) => a.ratio - b.ratio)[0];
    return worst && worst.ratio < enough ? [worst] : [];
  });
  return { media, state: 'seen', words: words.length, faint: faint.toSorted((a, b) => a.ratio - b.ratio).slice(0, mostFaint) };
}
