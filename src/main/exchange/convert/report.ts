import type { Dropped } from '../../../shared/model/dropped.ts';

/** Takes down what is left out on the way, each thing once for each place. */
export interface Report {
  dropped: Dropped[];
  drop(what: string, where: string, why: string): void;
  /** At most so many characters of a text; what is behind them is taken down. Space at its ends goes, unless it parts words. */
  cut(text: string, max: number, what: string, where: string, trim?: boolean): string;
}

export function createReport(): Report {
  const dropped: Dropped[] = [];
  const drop = (what: string, where: string, why: string) => {
    if (!dropped.some((one) => one.what === what && one.where === where && one.why === why)) dropped.push({ what, where, why });
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
