import type { Quote } from '../../shared/model/review/anchor.ts';
import { bare, findExact } from '../../shared/model/review/quote.ts';

/** The letters of an element without its white space, each with where it stands: a page and a text break lines differently. */
export interface Letters {
  text: string;
  at(index: number): { node: Text; offset: number } | undefined;
}

export function lettersOf(element: Element): Letters {
  const places: { node: Text; offset: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let offset = 0; offset < data.length; offset += 1) {
      if (/\s/u.test(data.charAt(offset))) continue;
      text += data.charAt(offset);
      places.push({ node: node as Text, offset });
    }
  }
  return { text, at: (index) => places[index] };
}

/** The words a comment speaks of, as a range of the page, told from the same words elsewhere by what is around them; null where they do not stand there. */
export function rangeOf(element: Element, quote: Quote): Range | null {
  const letters = lettersOf(element);
  const found = findExact(letters.text, { ...quote, exact: bare(quote.exact) });
  const [first, last] = found ? [letters.at(found.start), letters.at(found.end - 1)] : [];
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

/** Shows words of the page as those that are spoken of, or none. Does nothing where the browser cannot. */
export function highlight(range: Range | null): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete('spoken-of');
  if (range) CSS.highlights.set('spoken-of', new Highlight(range));
}
