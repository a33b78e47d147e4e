/**
 * Who is spoken to in a text: "@Mara Lindqvist" of the people who may read it. The longest name counts, so that
 * "@Mara Lindqvist" is not Mara.
 */
export function mentionsIn(text: string, names: readonly string[]): string[] {
  const sorted = [...new Set(names)].filter(Boolean).toSorted((one, other) => other.length - one.length);
  const found = new Set<string>();
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = sorted.find((each) => {
      const end = at + 1 + each.length;
      return text.slice(at + 1, end).toLowerCase() === each.toLowerCase() && !/[\p{L}\p{N}]/u.test(text.charAt(end));
    });
    if (name) found.add(name);
  }
  return [...found];
}
