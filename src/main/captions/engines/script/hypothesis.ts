import type { Span } from '../../../../shared/model/captions/captions.ts';

/** Frames a second of the search. */
const frames = 100;

/**
 * Reads what `pocketsphinx_batch -hypseg` writes: `NAME S … L … ` and then first frame, two scores and word by word,
 * at last the number of the last frame. Gives each word with its stretch in seconds; nothing where nothing was found.
 */
export function readHypothesis(line: string): (Span & { name: string })[] {
  const body = /^\S+ S \S+ T \S+ A \S+ L \S+ (.*)$/.exec(line.trim())?.[1]?.split(/\s+/) ?? [];
  const found: { first: number; name: string }[] = [];
  for (let at = 0; at + 3 < body.length; at += 4) {
    const [first, name] = [Number(body[at]), body[at + 3] ?? ''];
    if (Number.isInteger(first) && name !== '(NULL)') found.push({ first: Math.max(0, first), name });
  }
  const last = Number(body.at(-1));
  return found.map(({ first, name }, index) => {
    const next = found[index + 1]?.first ?? (Number.isInteger(last) ? last + 1 : first);
    return { name, from: first / frames, to: Math.max(next, first) / frames };
  });
}
