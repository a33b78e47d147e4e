import { textOf } from '../../blocks/inline.ts';
import { guidanceOf } from '../../guidance.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from './rule.ts';

const isProse = (type: string): boolean => type === 'paragraph' || type === 'bulletList' || type === 'orderedList' || type === 'blockquote';

export const empty: Rule = ({ blocks }) =>
  blocks.flatMap((block, index): Finding[] => {
    const hint = guidanceOf(block);
    if (!hint && (!isProse(block.type) || textOf(block).trim() !== '')) return [];
    // The place to write at the end of a new module is none of it yet.
    if (!hint && block.type === 'paragraph' && index === blocks.length - 1) return [];
    const at = { severity: 'warning', block: block.attrs.id } as const;
    const mend = { says: 'Take it out', change: { do: 'remove' } } as const;
    if (hint) {
      const why = 'It was left open for you to fill. Learners never see the asking, and an empty place tells them nothing.';
      return [{ ...at, rule: 'guided-empty', message: `Still open: ${hint}`, why, mend }];
    }
    const name = block.type === 'paragraph' ? 'line' : block.type === 'blockquote' ? 'quote' : 'list';
    return [
      {
        ...at,
        rule: 'empty',
        message: `There is an empty ${name}.`,
        why: 'It is a gap on the page, and a stop for those who hear it.',
        mend,
      },
    ];
  });
