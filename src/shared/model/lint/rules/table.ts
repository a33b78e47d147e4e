import { saysSomething } from '../../blocks/prose.ts';
import type { TableBlock } from '../../blocks/table.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from './rule.ts';

type Rows = NonNullable<TableBlock['content'][number]['content']>[];

/** Whether each column, or each row, begins with a cell that says what the others are. */
function isHeaded({ content }: TableBlock): boolean {
  const rows: Rows = content.map((row) => row.content ?? []).filter((cells) => cells.length > 0);
  const isHeader = (cell: Rows[number][number] | undefined): boolean => cell?.type === 'tableHeader';
  return (rows[0]?.every(isHeader) ?? true) || rows.every(([first]) => isHeader(first));
}

/** A table of one row has nothing that a first row could be the head of. */
export const tableHead: Rule = ({ blocks }) =>
  blocks.flatMap((block): Finding[] => {
    if (block.type !== 'table' || block.content.length < 2 || !saysSomething(block) || isHeaded(block)) return [];
    const message = 'A table has no headings.';
    const why = 'Who hears it is told figures without what they are figures of.';
    const mend = { says: 'Take the first row', change: { do: 'head' as const } };
    return [{ rule: 'table-head', severity: 'warning', block: block.attrs.id, message, why, mend }];
  });
