import type { Block } from '../../blocks/index.ts';
import { textOf } from '../../blocks/inline.ts';
import { guidanceOf } from '../../guidance.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from './rule.ts';

const forWhom = 'Headings are the way through a lesson for those who scan it, and for those who hear it.';

export const headingOrder: Rule = ({ blocks }) => {
  let above = false;
  return blocks.flatMap((block): Finding[] => {
    if (block.type !== 'heading') return [];
    if (block.attrs.level === 2) above = true;
    if (above) return [];
    const message = `“${textOf(block) || 'A heading'}” is a small heading with no large one above it.`;
    // Those that follow are right once this one is.
    above = true;
    const mend = { says: 'Make it a large one', change: { do: 'heading', level: 2 } } as const;
    return [{ rule: 'heading-order', severity: 'warning', block: block.attrs.id, message, why: forWhom, mend }];
  });
};

/** More than this is a sentence set in bold, and no heading. */
const longest = 70;

/** One line, all of it bold, that is no sentence: what stands there in place of a heading. */
function isBoldLine(block: Block): boolean {
  if (block.type !== 'paragraph') return false;
  const inlines = block.content ?? [];
  const words = textOf(block).trim();
  if (words === '' || words.length > longest || /[.!;,]$/u.test(words)) return false;
  return inlines.every(
    (inline) => inline.type === 'text' && (inline.text.trim() === '' || inline.marks?.some(({ type }) => type === 'bold')),
  );
}

export const headingBold: Rule = ({ blocks }) =>
  blocks.flatMap((block, index): Finding[] => {
    const next = blocks[index + 1];
    if (!isBoldLine(block) || !next || next.type === 'heading') return [];
    const level = blocks.slice(0, index).some((before) => before.type === 'heading') ? 3 : 2;
    const message = `“${textOf(block).trim()}” looks like a heading and is none.`;
    const mend = { says: 'Make it a heading', change: { do: 'heading', level } } as const;
    return [{ rule: 'heading-bold', severity: 'warning', block: block.attrs.id, message, why: forWhom, mend }];
  });

export const headingEmpty: Rule = ({ blocks }) =>
  blocks.flatMap((block, index): Finding[] => {
    if (block.type !== 'heading') return [];
    const at = { severity: 'warning', block: block.attrs.id } as const;
    if (textOf(block).trim() === '') {
      const mend = { says: 'Take it out', change: { do: 'remove' } } as const;
      return [{ ...at, rule: 'heading-empty', message: 'A heading has no words.', why: forWhom, mend }];
    }
    const next = blocks.slice(index + 1).find((after) => after.type !== 'paragraph' || textOf(after).trim() !== '' || guidanceOf(after));
    const ends = next === undefined || (next.type === 'heading' && next.attrs.level <= block.attrs.level);
    if (!ends) return [];
    return [
      {
        ...at,
        rule: 'heading-alone',
        message: `Nothing stands under “${textOf(block).trim()}”.`,
        why: 'A heading promises what follows it.',
      },
    ];
  });
