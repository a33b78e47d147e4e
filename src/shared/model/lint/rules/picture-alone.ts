import type { Block } from '../../blocks/index.ts';
import type { Picture } from '../../blocks/picture.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from './rule.ts';

const blank = (...texts: string[]): boolean => texts.every((text) => text.trim() === '');

/** What nobody hears: a decoration. A picture that waits for its words is said as that. */
const isSilent = (picture: Pick<Picture, 'decorative'> | undefined): boolean => picture?.decorative === true;

/** Where in a block something is shown and nothing is said, in a sentence; null where nothing is. */
function aloneIn(block: Block): string | null {
  switch (block.type) {
    case 'steps': {
      const index = block.attrs.steps.findIndex(
        ({ heading, text, shows }) => blank(heading, text) && (shows?.as === 'moment' || isSilent(shows)),
      );
      return index === -1 ? null : `Step ${index + 1} shows something and says nothing.`;
    }
    case 'flipCards': {
      const index = block.attrs.cards.findIndex(({ front, back }) =>
        [front, back].some(({ text, picture }) => blank(text) && isSilent(picture)),
      );
      return index === -1 ? null : `A side of card ${index + 1} shows a decoration and says nothing.`;
    }
    default:
      return null;
  }
}

/**
 * The still of a moment, and a decoration, are silent because the words beside them say what is to be known. Where there are
 * no words, whoever cannot see is told nothing (WCAG 2.2, 1.1.1).
 */
export const pictureAlone: Rule = ({ blocks }) =>
  blocks.flatMap((block): Finding[] => {
    const message = aloneIn(block);
    if (message === null) return [];
    const why = 'Who cannot see it is told nothing: the words beside such a picture are all that is heard of it.';
    return [{ rule: 'picture-alone', severity: 'error', block: block.attrs.id, message, why }];
  });
