import { shownSize } from '../../blocks/picture.ts';
import { isFaint } from '../../contrast/letters.ts';
import type { Finding } from '../finding.ts';
import { type FaintWord, picturesIn, type ShownPicture } from '../pictures.ts';
import { capital, inWords } from '../words.ts';
import type { Rule } from './rule.ts';

/** A stray word in a decoration is part of it; so many are there to be read. */
const fewestInDecoration = 3;

const wordsNamed = 3;

/** Whether the middle of a word is in the part of the picture that is shown. */
function isShown({ area }: FaintWord, { crop }: ShownPicture): boolean {
  if (!crop) return true;
  const [x, y] = [area.x + area.width / 2 - crop.x, area.y + area.height / 2 - crop.y];
  return x >= 0 && y >= 0 && x <= crop.width && y <= crop.height;
}

/** What of a picture's words is too faint at the size in which it is shown, the worst first. */
function faintIn(picture: ShownPicture, faint: readonly FaintWord[]): FaintWord[] {
  const scale = Math.min(1, picture.room / shownSize(picture).width);
  return faint.filter((word) => isShown(word, picture) && isFaint(word, scale));
}

/** The first few words, each once. */
function quoted(faint: readonly FaintWord[]): string {
  const words = [...new Set(faint.map(({ text }) => `“${text}”`))];
  return `${words.slice(0, wordsNamed).join(', ')}${words.length > wordsNamed ? ' and more' : ''}`;
}

/** Where it is so, if not everywhere. */
function pageOf(faint: readonly FaintWord[]): string {
  const [first] = faint;
  if (!first?.theme || faint.some(({ theme }) => theme !== first.theme)) return '';
  return ` where the page is ${first.theme} and shines through`;
}

/** "2.3 to 1", never rounded up to what would be enough. */
const toOne = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1`;

const messageOf = (faint: readonly FaintWord[], { ratio }: FaintWord): string =>
  faint.length === 1
    ? `A word in a picture is hard to see${pageOf(faint)}: ${quoted(faint)} has a contrast of ${toOne(ratio)}.`
    : `Words in a picture are hard to see${pageOf(faint)}: ${quoted(faint)}. The worst has a contrast of ${toOne(ratio)}.`;

export const pictureContrast: Rule = ({ blocks, pictures }) =>
  blocks.flatMap((block) =>
    picturesIn(block).flatMap((picture): Finding[] => {
      const facts = pictures.get(picture.media);
      if (!facts || (picture.decorative && facts.words < fewestInDecoration)) return [];
      const faint = faintIn(picture, facts.faint);
      const [worst] = faint;
      if (!worst) return [];
      return [
        {
          rule: 'picture-contrast',
          severity: 'warning',
          block: block.attrs.id,
          message: messageOf(faint, worst),
          why: 'Who sees poorly, or looks in bright light, cannot read them. Letters need 4.5 to 1 against their ground, large ones 3 to 1 (WCAG 2.2, AA). Take the picture again with stronger colours, or say the words in the text.',
        },
      ];
    }),
  );

/** Said once, at the first of them. */
export const pictureUnseen: Rule = ({ blocks, pictures }) => {
  const unseen = blocks.flatMap((block) =>
    picturesIn(block)
      .filter(({ media }) => pictures.get(media)?.state === 'unseen')
      .map(() => block.attrs.id),
  );
  const [first] = unseen;
  if (first === undefined) return [];
  return [
    {
      rule: 'picture-unseen',
      severity: 'warning',
      block: first,
      message:
        unseen.length === 1
          ? 'A picture was not searched for words that are hard to see.'
          : `${capital(inWords(unseen.length))} pictures were not searched for words that are hard to see.`,
      why: 'The reader of pictures is not installed here, or could not read them. Look at them yourself: can the words be told from their ground?',
    },
  ];
};
