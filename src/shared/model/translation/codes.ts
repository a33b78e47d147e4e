/**
 * Words with something in them that is no word: bold, a link, a gap to fill. Whoever translates sees each as a number, around
 * words as `<1>Save</1>` or between them as `<2/>`, puts it where it belongs in her language, and can change nothing else about it.
 */
export interface Code {
  id: string;
  /** Around words; else between them. */
  around: boolean;
  /** What it is, for whoever sees only its number: "bold", "link to intranet.example". */
  says: string;
}

/** Some words, and the code they are in, or a code by itself. */
export type Segment = { text: string; in: string | null } | { thing: string };

/** Why a translation cannot be put in the place of its source. */
export type Problem = 'code-missing' | 'code-unknown' | 'code-twice' | 'code-open' | 'does-not-fit';

const codePattern = /(\\*)<(\/?)(\d+)(\/?)>/gu;

/** Words that happen to look like a code get a backslash, and one more where they have some. */
export const escapeCodes = (text: string): string => text.replace(codePattern, (found) => `\\${found}`);

export const codeAround = (id: string, text: string): string => `<${id}>${escapeCodes(text)}</${id}>`;
export const codeBetween = (id: string): string => `<${id}/>`;

/** A text in segments, whichever codes it holds; null where one is left open, closed twice, or stands within another. */
export function segmentsOf(text: string): Segment[] | null {
  const segments: Segment[] = [];
  let open: string | null = null;
  let words = '';
  let at = 0;
  const close = () => {
    if (words !== '') segments.push({ text: words, in: open });
    words = '';
  };
  for (const found of text.matchAll(codePattern)) {
    const [whole, escapes = '', slash = '', id = '', single = ''] = found;
    words += text.slice(at, found.index);
    at = found.index + whole.length;
    if (escapes !== '') {
      words += whole.slice(1);
      continue;
    }
    const opens = !slash;
    if (opens ? open !== null : single !== '' || open !== id) return null;
    close();
    if (single) segments.push({ thing: id });
    else open = opens ? id : null;
  }
  words += text.slice(at);
  if (open !== null) return null;
  close();
  return segments;
}

/** The words of a text alone, with a space where something stood between them. One whose codes cannot be read stays as it is. */
export const withoutCodes = (text: string): string =>
  segmentsOf(text)
    ?.map((segment) => ('thing' in segment ? ' ' : segment.text))
    .join('') ?? text;

/** What is wrong with the codes of a translation: each of the source stands in it once, around words where it does there. */
export function codeProblem(text: string, codes: readonly Code[]): Problem | null {
  const segments = segmentsOf(text);
  if (!segments) return 'code-open';
  const used = segments.flatMap((segment) => ('thing' in segment ? `${segment.thing}/` : segment.in === null ? [] : segment.in));
  const wanted = codes.map(({ id, around }) => (around ? id : `${id}/`));
  if (used.some((one) => !wanted.includes(one))) return 'code-unknown';
  if (new Set(used).size !== used.length) return 'code-twice';
  return used.length < wanted.length ? 'code-missing' : null;
}
