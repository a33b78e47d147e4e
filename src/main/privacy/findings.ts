import { createHash } from 'node:crypto';
import type { Area, CoverPlace, PrivateKind } from '../../shared/model/edit/list.ts';
import type { Box, Finding } from '../../shared/model/privacy/finding.ts';
import { masked } from '../../shared/model/privacy/mask.ts';
import { folded } from '../../shared/model/privacy/patterns/confusions.ts';
import { around, common, grown, wholeOf } from './grey.ts';
import type { Step, Trail } from './trail.ts';

interface Size {
  width: number;
  height: number;
}

/** A name for a private text that does not say it; readings that differ by look-alike letters have one name. */
export const printOf = (kind: PrivateKind, text: string): string =>
  createHash('sha256')
    .update(`${kind} ${folded(text)}`)
    .digest('hex')
    .slice(0, 32);

const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;

/** A box with a rim, since readers draw theirs tight, in shares of the picture. */
function areaOf(box: Box, size: Size): Area {
  const rim = 3 + 0.18 * (box.y1 - box.y0);
  const { x0, y0, x1, y1 } = common(grown(box, rim, rim), wholeOf(size));
  return {
    x: rounded(x0 / size.width),
    y: rounded(y0 / size.height),
    width: rounded((x1 - x0) / size.width),
    height: rounded((y1 - y0) / size.height),
  };
}

/** A move of more than this share of its height between two pictures may have been a jump at any moment between them. */
const jump = 0.3;
const moment = 0.001;

/**
 * The way of a trail as a cover goes it: straight from place to place. Between two pictures of a page that moves nobody
 * knows how it went, so for that long the cover is as large as both places together.
 */
export function pathOf(steps: readonly Step[], size: Size): CoverPlace[] {
  const places: CoverPlace[] = [];
  const add = (at: number, box: Box) => {
    const time = Math.max(0, Math.round(at * 1000) / 1000);
    const last = places.at(-1);
    if (!last || time > last.at) places.push({ at: time, area: areaOf(box, size) });
  };
  for (const [index, { at, box }] of steps.entries()) {
    const before = steps[index - 1];
    const far = before && Math.max(Math.abs(box.x0 - before.box.x0), Math.abs(box.y0 - before.box.y0)) > jump * (box.y1 - box.y0);
    if (before && far) {
      const both = around(before.box, box);
      add(before.at + moment, both);
      add(at - moment, both);
    }
    add(at, box);
  }
  return places;
}

/** A trail as a finding of a take; null where it was seen beyond the picture's edge only. */
export function findingOf({ kind, text, steps, to }: Trail, source: string, size: Size): Finding | null {
  const whole = wholeOf(size);
  const inside = steps.filter(({ box }) => box.x0 < whole.x1 && box.y0 < whole.y1 && box.x1 > 0 && box.y1 > 0);
  const path = pathOf(inside, size);
  const [first] = path;
  if (!first || to <= first.at) return null;
  return { kind, text: masked(kind, text), print: printOf(kind, text), source, from: first.at, to, path };
}
