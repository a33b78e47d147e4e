/** A text is longer, or made of more parts, than any lesson. It is refused as DOCUMENT_TOO_LONG where its name is known. */
export class TooLong extends Error {
  override name = 'TooLong';
}

/**
 * Quotes and items of lists in a text. The parser moves all it has found so far whenever one of them ends: 5,000 quotes take four
 * seconds, 10,000 take sixteen.
 */
const mostContainers = 5000;
/** Marks in one paragraph. The parser looks through all of it again for each pair of them. */
const mostMarks = 20_000;

/** What opens quotes and items at the beginning of a line, and each of these marks. */
const openings = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=\s)))+/gmu;
const opening = />|[-+*]|\d[.)]/gu;
const paragraphs = /\n[ \t\r>]*\n/u;
const marks = /[*_~[\]]/gu;

const countOf = (text: string, of: RegExp): number => [...text.matchAll(of)].length;

const containersIn = (text: string): number => {
  let found = 0;
  for (const [line] of text.matchAll(openings)) found += countOf(line, opening);
  return found;
};

/** Throws TooLong, by the characters alone and before anything is parsed. */
export function assertParsable(text: string): void {
  if (containersIn(text) > mostContainers || text.split(paragraphs).some((part) => countOf(part, marks) > mostMarks)) throw new TooLong();
}
