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
