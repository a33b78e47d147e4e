import { InvalidArgumentError } from 'commander';

export interface Range {
  from: number;
  to: number;
}

/** `12-30.5`: seconds. */
export function rangeOf(text: string): Range {
  const found = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text.trim());
  const [from, to] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || !(to > from)) throw new InvalidArgumentError('A range is two times in seconds, the later one last: 12-30.5');
  return { from, to };
}

export const anotherRange = (text: string, before: Range[] = []): Range[] => [...before, rangeOf(text)];
