import type { Block } from '../../blocks/index.ts';
import { tellsSomething } from '../../blocks/index.ts';
import { guidanceOf } from '../../guidance.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from './rule.ts';

const blank = (text: string): boolean => text.trim() === '';

/** What of a block a learner would meet and find nothing in: in a sentence, and why it matters. */
function missingIn(block: Block): [message: string, why: string] | null {
  switch (block.type) {
    case 'steps': {
      const index = block.attrs.steps.findIndex(({ heading, text, shows }) => blank(heading) && blank(text) && !shows);
      return index === -1 ? null : [`Step ${index + 1} is empty.`, 'Who follows the steps stops at one that says nothing.'];
    }
    case 'flipCards': {
      const index = block.attrs.cards.findIndex(({ front, back }) => [front, back].some(({ text, picture }) => blank(text) && !picture));
      return index === -1 ? null : [`A side of card ${index + 1} is empty.`, 'A card asks on one side and answers on the other.'];
    }
    case 'reflection':
      return blank(block.attrs.question) ? ['A reflection has no question.', 'Nobody can think about a question that is not asked.'] : null;
    case 'resource':
      return block.attrs.address === '' ? ['A link to more leads nowhere.', 'It is shown as something to open, and nothing opens.'] : null;
    default:
      return null;
  }
}

/** What is asked of a learner, or promised, and is not there; in a place that a template left open as anywhere else. */
export const unfinished: Rule = ({ blocks }) =>
  blocks.flatMap((block): Finding[] => {
    const [message, why] = missingIn(block) ?? [];
    return message && why ? [{ rule: 'unfinished', severity: 'error', block: block.attrs.id, message, why }] : [];
  });

const frames: Partial<Record<Block['type'], string>> = {
  callout: 'frame',
  table: 'table',
  codeBlock: 'piece of code',
  accordion: 'section to open',
  checklist: 'checklist',
  colleagueQuote: 'quote',
};

/** A frame around words that has none. */
export const emptyFrame: Rule = ({ blocks }) =>
  blocks.flatMap((block): Finding[] => {
    const name = frames[block.type];
    if (!name || tellsSomething(block) || guidanceOf(block)) return [];
    const message = `There is an empty ${name}.`;
    const why = 'It is a gap on the page, and a stop for those who hear it.';
    const mend = { says: 'Take it out', change: { do: 'remove' as const } };
    return [{ rule: 'empty-frame', severity: 'warning', block: block.attrs.id, message, why, mend }];
  });
