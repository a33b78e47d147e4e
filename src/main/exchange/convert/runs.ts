import { type Inline, LinkAddress } from '../../../shared/model/blocks/inline.ts';
import type { Report } from './report.ts';

type Text = Extract<Inline, { type: 'text' }>;
export type Mark = NonNullable<Text['marks']>[number];

const alike = (one: Mark, other: Mark): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A mark more, once: bold inside bold is bold. */
export const withMark = (marks: readonly Mark[], mark: Mark): Mark[] =>
  marks.some((one) => one.type === mark.type) ? [...marks] : [...marks, mark];

/** A link where its address opens a page or a mail; otherwise its words stay and the address is taken down. */
export function linked(marks: readonly Mark[], href: string, where: string, report: Report): Mark[] {
  const address = LinkAddress.safeParse(href.trim());
  if (address.success) return withMark(marks, { type: 'link', attrs: { href: address.data } });
  report.drop(
    `The address of a link (${href.slice(0, 100)})`,
    where,
    'Only links to web pages and mail addresses are taken. Its words stay.',
  );
  return [...marks];
}

export const run = (text: string, marks: readonly Mark[]): Inline[] =>
  text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 && { marks: [...marks] }) }];

const sameMarks = (one: Text, other: Text): boolean => {
  const [a, b] = [one.marks ?? [], other.marks ?? []];
  return a.length === b.length && a.every((mark, index) => b[index] !== undefined && alike(mark, b[index]));
};

/** Neighbours of the same look become one, and the space at both ends goes, as an editor would have it. */
export function tidy(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text' && sameMarks(last, inline))
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    else joined.push(inline);
  }
  return trimmed(joined);
}

function trimmed(inlines: readonly Inline[]): Inline[] {
  const left = inlines.slice(inlines.findIndex((inline) => !isBlank(inline)));
  const end = left.findLastIndex((inline) => !isBlank(inline));
  const kept = end < 0 ? [] : left.slice(0, end + 1);
  return kept.map((inline, index) => {
    if (inline.type !== 'text') return inline;
    const text = index === 0 ? inline.text.trimStart() : inline.text;
    return { ...inline, text: index === kept.length - 1 ? text.trimEnd() : text };
  });
}

const isBlank = (inline: Inline): boolean => inline.type === 'hardBreak' || inline.text.trim() === '';
