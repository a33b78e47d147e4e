/**
 * Levels of elements, or of lists and quotes, in a document. Nobody writes as many; whatever walks the tree calls itself once or
 * more for each, and the calls a program can hold have an end.
 */
export const deepest = 256;
/** The same of a lesson's JSON, in which a list within a list is four levels. */
const deepestJson = 600;

/** A document is nested too deep. It is refused as DOCUMENT_TOO_DEEP where its name is known. */
export class TooDeep extends Error {
  override name = 'TooDeep';
}

/** Throws TooDeep. Goes level by level and calls nothing for a part of a part, so that it comes to an end at any depth. */
export function assertDepth<Node>(roots: readonly Node[], childrenOf: (node: Node) => readonly Node[], most = deepest): void {
  let level = roots;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) throw new TooDeep();
    level = level.flatMap(childrenOf);
  }
}

const partsOf = (value: unknown): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []);

/** The same for what was read as JSON, before anything else looks at it. */
export const assertJsonDepth = (value: unknown): void => assertDepth([value], partsOf, deepestJson);
