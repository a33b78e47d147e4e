import type { PrivateKind } from '../../shared/model/edit/list.ts';
import type { Box } from '../../shared/model/privacy/finding.ts';
import { folded } from '../../shared/model/privacy/patterns/confusions.ts';
import type { Sight } from '../../shared/model/privacy/search.ts';
import { follow, type Look, lookOf, type Shift, seenPart } from './follow.ts';
import { alike, areaOf, type Frame, moved } from './grey.ts';

export interface Step {
  at: number;
  box: Box;
}

/** Something private and the way it went, in pixels and take time. */
export interface Trail {
  kind: PrivateKind;
  text: string;
  steps: Step[];
  /** When it was last seen. */
  to: number;
}

interface Open extends Trail {
  look: Look;
  /** Where it stands now, also beyond the picture's edge. */
  box: Box;
  /** Not seen any more since `to`; it may be read again soon. */
  lost: boolean;
}

/** Text that vanishes for no longer than this, behind a pointer or within an animation, did not go away. In seconds. */
const patience = 2;
/** Two readings of one text share at least this much of their places. */
const samePlace = 0.45;
/** Readings of text that stands still differ a little at the edges. */
const unmoved = 0.8;
/** Text that was lost for a moment comes back within so many pixels. */
const close = 80;

/** Read again at its place, or the same words close by. */
function isSame(trail: Open, { kind, text, box }: Sight): boolean {
  if (trail.kind !== kind) return false;
  const sameText = folded(trail.text) === folded(text);
  if (alike(trail.box, box) > samePlace) return !trail.lost || sameText;
  return trail.lost && sameText && Math.abs(trail.box.x0 - box.x0) < close && Math.abs(trail.box.y0 - box.y0) < close;
}

/** Where it stood until now, then where it stands: it did not drift there all the time. */
function stepTo(trail: Open, at: number, box: Box): void {
  const last = () => trail.steps.at(-1)?.at ?? 0;
  if (trail.to > last()) trail.steps.push({ at: trail.to, box: trail.box });
  if (at > last()) trail.steps.push({ at, box });
  trail.box = box;
}

/** Follows one trail into the next picture. Answers how it moved, or null where it is not to be seen. */
function advanceOne(trail: Open, frame: Frame, hints: readonly Shift[]): Shift | null {
  const shift = follow(frame, trail.look, trail.box, hints);
  const box = shift && moved(trail.box, shift.dx, shift.dy);
  if (!shift || !box || areaOf(seenPart(frame, box)) === 0) return null;
  if (shift.dx !== 0 || shift.dy !== 0) stepTo(trail, frame.at, box);
  trail.to = frame.at;
  return shift;
}

/** Backward through the pictures before, newest first, as long as it is there. */
function cameBy(earlier: readonly Frame[], look: Look, box: Box): Step[] {
  const steps: Step[] = [];
  let place = box;
  let hint: Shift[] = [];
  for (const frame of earlier) {
    const shift = follow(frame, look, place, hint);
    if (!shift) break;
    place = moved(place, shift.dx, shift.dy);
    hint = [shift];
    steps.unshift({ at: frame.at, box: place });
  }
  return steps;
}

function begin(frame: Frame, { kind, text, box }: Sight, earlier: readonly Frame[]): Open {
  const look = lookOf(frame, box);
  const steps = [...cameBy(earlier, look, box), { at: frame.at, box }];
  return { kind, text, look, box, lost: false, steps, to: frame.at };
}

/** Follows what was found from picture to picture: forward until it goes, and backward to when it came. */
export function createTrails(searchStep: number) {
  let open: Open[] = [];
  const closed: Trail[] = [];
  const settle = (over: readonly Open[]) => {
    closed.push(...over.map(({ kind, text, steps, to }) => ({ kind, text, steps, to })));
    open = open.filter((trail) => !over.includes(trail));
  };

  return {
    /** Looks where everything went since the picture before. */
    advance(frame: Frame): void {
      const hints: Shift[] = [];
      for (const trail of open.filter(({ lost }) => !lost)) {
        const shift = advanceOne(trail, frame, hints);
        if (!shift) trail.lost = true;
        else if (!hints.some(({ dx, dy }) => dx === shift.dx && dy === shift.dy)) hints.push(shift);
      }
      settle(open.filter(({ lost, to }) => lost && frame.at - to > patience));
    },
    /** Takes in what was just read. `earlier` are the pictures before, newest first. */
    read(frame: Frame, sights: readonly Sight[], earlier: readonly Frame[]): void {
      for (const sight of sights) {
        const known = open.find((trail) => isSame(trail, sight));
        if (!known) {
          open.push(begin(frame, sight, earlier));
          continue;
        }
        if (known.lost || alike(known.box, sight.box) < unmoved) stepTo(known, frame.at, sight.box);
        known.look = lookOf(frame, known.box);
        known.lost = false;
        known.to = frame.at;
      }
    },
    /** All trails, each beginning one picture before it was seen and ending one after: it came and went in between. */
    end(from: number, to: number): Trail[] {
      settle(open);
      return closed.map((trail) => ({
        ...trail,
        steps: trail.steps.map((step, at) => (at === 0 ? { ...step, at: Math.max(from, step.at - searchStep) } : step)),
        to: Math.min(to, trail.to + searchStep),
      }));
    },
  };
}
