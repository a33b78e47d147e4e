import type { Inline } from '../blocks/inline.ts';
import type { FillPart } from '../quiz/model.ts';
import { type Code, codeAround, codeBetween, escapeCodes, segmentsOf, withoutCodes } from './codes.ts';

/** One text of a block that reads differently in every language. */
export interface Unit {
  /** Names it within its block, also when things around it are moved. */
  key: string;
  /** As a translator sees it. */
  text: string;
  codes: readonly Code[];
  /** Whether a new line in it is one for the reader as well. */
  lines: boolean;
}

/** Says a text anew. Whoever only wants to know the texts gives back what was given. */
export type Say = (unit: Unit) => string;

/** Words of a field. What says nothing in the source says nothing in any language. */
export function sayText(say: Say, key: string, text: string, lines = false): string {
  if (text.trim() === '') return text;
  const source = escapeCodes(text);
  const said = say({ key, text: source, codes: [], lines });
  if (said === source) return text;
  return withoutCodes(said);
}

type Marks = Extract<Inline, { type: 'text' }>['marks'];

const nameOfMark = (mark: NonNullable<Marks>[number]): string => (mark.type === 'link' ? `link to ${mark.attrs.href}` : mark.type);

const unescaped = (text: string): Inline[] =>
  text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line } as const]),
    ]);

const withMarks = (inlines: Inline[], marks: Marks): Inline[] =>
  inlines.map((inline) => (inline.type === 'text' && marks ? { ...inline, marks } : inline));

/** Words with marks and breaks. The marks are the source's own: a translation says where they stand, and no address of its own. */
export function sayInlines(say: Say, key: string, content: readonly Inline[], lines = true): Inline[] {
  const marks = new Map<string, Marks>();
  const codes: Code[] = [];
  const text = content
    .map((inline) => {
      if (inline.type === 'hardBreak') return '\n';
      if (!inline.marks?.length) return escapeCodes(inline.text);
      const id = String(marks.size + 1);
      marks.set(id, inline.marks);
      codes.push({ id, around: true, says: inline.marks.map(nameOfMark).join(', ') });
      return codeAround(id, inline.text);
    })
    .join('');
  if (text.trim() === '') return [...content];
  const said = say({ key, text, codes, lines });
  if (said === text) return [...content];
  return (segmentsOf(said) ?? []).flatMap((segment) =>
    'thing' in segment ? [] : withMarks(unescaped(segment.text), segment.in === null ? undefined : marks.get(segment.in)),
  );
}

/** A text with gaps: they stand where the language wants them. What each accepts is a text of its own, one answer a line. */
export function sayFill(say: Say, parts: readonly FillPart[]): FillPart[] {
  const gaps = parts.filter((part) => part.type === 'gap');
  const codes = gaps.map(
    ({ accepts }, index): Code => ({ id: String(index + 1), around: false, says: `gap${accepts[0] ? ` “${accepts[0]}”` : ''}` }),
  );
  const saidGaps = gaps.map((gap) => {
    const accepts = sayText(say, `gap.${gap.id}.accepts`, gap.accepts.filter((one) => one.trim() !== '').join('\n'), true);
    const feedback = sayText(say, `gap.${gap.id}.feedback`, gap.feedback);
    return { ...gap, accepts: accepts.trim() === '' ? gap.accepts : accepts.split('\n').filter((one) => one.trim() !== ''), feedback };
  });
  const text = parts.map((part) => (part.type === 'text' ? escapeCodes(part.text) : codeBetween(String(gaps.indexOf(part) + 1)))).join('');
  const wordless = parts.every((part) => part.type === 'gap' || part.text.trim() === '');
  const said = wordless ? text : say({ key: 'parts', text, codes, lines: true });
  if (said === text) return parts.map((part) => (part.type === 'text' ? part : (saidGaps[gaps.indexOf(part)] ?? part)));
  return (segmentsOf(said) ?? []).flatMap((segment): FillPart[] => {
    if (!('thing' in segment)) return [{ type: 'text', text: segment.text }];
    const gap = saidGaps[Number(segment.thing) - 1];
    return gap ? [gap] : [];
  });
}
