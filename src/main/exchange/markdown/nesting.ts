/** A run of marks, or a bracket, that nothing has closed yet. `inside` is the deepest that was closed within it. */
interface Open {
  char: string;
  length: number;
  inside: number;
}

/** What is escaped, an empty line, a run of marks, a bracket. */
const pieces = /\\.|\n[ \t\r>]*(?=\n)|\*+|_+|~+|[[\]]/g;
const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);

/**
 * How many levels of bold, emphasis, links and pictures stand within each other at the most, in any one paragraph. It is told
 * from the characters alone, in one go, because the parser looks through a whole paragraph again for every pair it finds: what
 * only stands open does not count, and code is taken for text.
 */
export function levelsOfMarks(text: string): number {
  let most = 0;
  let open: Open[] = [];
  let waiting = new Map<string, number>();
  const wait = (char: string, more: number) => waiting.set(char, (waiting.get(char) ?? 0) + more);

  const close = (char: string, length: number): number => {
    let left = length;
    while (left > 0 && (waiting.get(char) ?? 0) > 0) {
      const last = open.at(-1);
      if (!last) break;
      const taken = last.char === char ? Math.min(left, last.length) : 0;
      // Bold takes two characters.
      const levels = last.inside + Math.ceil(taken / 2);
      most = Math.max(most, levels);
      last.length -= taken;
      last.inside = levels;
      left -= taken;
      if (last.length > 0 && taken > 0) break;
      open.pop();
      wait(last.char, -1);
      const around = open.at(-1);
      if (around) around.inside = Math.max(around.inside, levels);
    }
    return left;
  };

  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const [char = ''] = piece;
    if (char === '\\') continue;
    if (char === '\n') {
      open = [];
      waiting = new Map();
    } else if (char === ']') close('[', 1);
    else {
      const closes = char !== '[' && !isSpace(text[index - 1]);
      const left = closes ? close(char, piece.length) : piece.length;
      if (left > 0 && !isSpace(text[index + piece.length])) {
        open.push({ char, length: left, inside: 0 });
        wait(char, 1);
      }
    }
  }
  return most;
}
