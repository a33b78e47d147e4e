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

export const bare = (text: string): string => text.replace(/\s/gu, '');

/** The words a comment speaks of, as a range of the page; null where they do not stand there. */
export function rangeOf(element: Element, quote: string): Range | null {
  const wanted = bare(quote);
  if (wanted === '') return null;
  const letters = lettersOf(element);
  const start = letters.text.indexOf(wanted);
  const [first, last] = [letters.at(start), letters.at(start + wanted.length - 1)];
  if (start < 0 || !first || !last) return null;
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
