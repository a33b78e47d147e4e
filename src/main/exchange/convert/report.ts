import type { Dropped } from '../../../shared/model/dropped.ts';

/** Takes down what is left out on the way, each thing once for each place. */
export interface Report {
  dropped: Dropped[];
  drop(what: string, where: string, why: string): void;
  /** At most so many characters of a text; what is behind them is taken down. Space at its ends goes, unless it parts words. */
  cut(text: string, max: number, what: string, where: string, trim?: boolean): string;
}

/** So many are told one by one; whoever reads on has long understood. The others stand as their number behind them. */
const mostTold = 1000;

export function createReport(): Report {
  const dropped: Dropped[] = [];
  const known = new Set<string>();
  const drop = (what: string, where: string, why: string) => {
    const name = JSON.stringify([what, where, why]);
    if (known.has(name)) return;
    known.add(name);
    const more = known.size - mostTold;
    if (more <= 0) dropped.push({ what, where, why });
    else
      dropped[mostTold] = {
        what: `${more} more`,
        where: 'all of the document',
        why: 'There are more of them than anybody reads. Divide the document.',
      };
  };
  return {
    dropped,
    drop,
    cut(text, max, what, where, trim = true) {
      const whole = trim ? text.trim() : text;
      if (whole.length <= max) return whole;
      drop(`The end of ${what}: “${shortened(whole.slice(max))}”`, where, `Only ${max} characters have room there.`);
      return whole.slice(0, max).toWellFormed().trim();
    },
  };
}

const shortest = 80;
export const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > shortest ? `${line.slice(0, shortest).toWellFormed()}…` : line;
};
