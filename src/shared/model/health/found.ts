import { nearEnough } from './look.ts';
import { blackRuns, type Edge, edgesOf, type Run, type Seen, stillRuns } from './seen.ts';
import type { Stretch } from './stretches.ts';

/** What was seen of a picture, and how far what is known of it reaches. Seconds of its file. */
export interface View {
  seen: readonly Seen[];
  holes: readonly Stretch[];
  end: number;
  /** For how long a picture stands. */
  frame: number;
  isSharp(edge: Edge): boolean;
}

type Found = Stretch & { edges: Edge[] };

/** Whether nothing of an edge is known but that it lies somewhere in a hole. */
const isLost = ({ holes }: View, { from, to }: Edge): boolean => holes.some((hole) => hole.from < to - 0.002 && hole.to > from + 0.002);
const isWide = ({ from, to }: Edge): boolean => to - from > nearEnough;

/**
 * Where it is black. Where an edge is not sharp, all is meant that may be black: what is cut out then takes all of it along.
 * Nothing is said of holes.
 */
function blackIn(view: View, run: Run): Found {
  const { seen, end, frame, isSharp } = view;
  const { begins, ends } = edgesOf(run, seen, end);
  const [first, last] = [seen[run.first]?.time ?? 0, seen[run.last]?.time ?? 0];
  const from = begins === null ? 0 : isSharp(begins) || isWide(begins) ? first : Math.min(first, begins.from + frame);
  return { from, to: isLost(view, ends) ? Math.min(ends.to, last + frame) : ends.to, edges: begins ? [begins, ends] : [ends] };
}

/** Where it stands still. Where an edge is not sharp, only that is meant which surely does. */
function stillIn(view: View, run: Run): Found {
  const { seen, end, frame, isSharp } = view;
  const { begins, ends } = edgesOf(run, seen, end);
  const [first, last] = [seen[run.first]?.time ?? 0, seen[run.last]?.time ?? 0];
  const isLast = run.last === seen.length - 1 && !isLost(view, ends);
  const to = isLast || isSharp(ends) ? ends.to : Math.min(ends.to, last + frame);
  return { from: begins === null ? 0 : first, to, edges: begins ? [begins, ends] : [ends] };
}

/** How long a stretch is at most, whatever lies on its edges. */
const atMost = ({ edges, from, to }: Found): number =>
  Math.max(to, ...edges.map((edge) => edge.to)) - Math.min(from, ...edges.map((edge) => edge.from));

/** Shorter than this, in seconds, is not worth a word. */
export interface Least {
  black: number;
  still: number;
}

export interface Stretches {
  black: Stretch[];
  still: Stretch[];
}

const found = (view: View): { black: Found[]; still: Found[] } => ({
  black: blackRuns(view.seen, view.holes).map((run) => blackIn(view, run)),
  still: stillRuns(view.seen, view.holes, view.end, nearEnough).map((run) => stillIn(view, run)),
});

/** The edges that a closer look is worth: black first, and what lasts longest. */
export function edgesWorthALook(view: View, least: Least): Edge[] {
  const { black, still } = found(view);
  const worth = (stretches: Found[], from: number) =>
    stretches.filter((one) => atMost(one) >= from).toSorted((one, other) => atMost(other) - atMost(one));
  return [...worth(black, least.black), ...worth(still, least.still)].flatMap(({ edges }) => edges).filter((edge) => !isLost(view, edge));
}

/** Where a picture is black and where it stands still, in order. */
export function stretchesIn(view: View, least: Least): Stretches {
  const { black, still } = found(view);
  const plain = (stretches: Found[], from: number): Stretch[] =>
    stretches.map(({ from: begins, to }) => ({ from: begins, to })).filter((one) => one.to - one.from >= from);
  return { black: plain(black, least.black), still: plain(still, least.still) };
}
