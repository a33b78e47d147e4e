import type { Area, EditList, Zoom } from '../edit/list.ts';
import type { Box, Size } from './canvas.ts';

/** A stretch of a take, in its own time, in which the view stands (`from` and `to` the same) or goes from one to the other. */
export interface ViewStretch {
  from: number;
  to: number;
  first: Box;
  last: Box;
}

/** Closer than this a picture is only mush. */
const closest = 1 / 8;
/** Zooms with a shorter pause than this go from one region to the next. Seconds. */
const adjacent = 0.05;

const even = (value: number): number => 2 * Math.round(value / 2);

/** The smallest part of a picture that has the form of the picture and holds all of a region; in even pixels, so that it stands still. */
export function viewOf(area: Area, picture: Size): Box {
  const share = Math.min(1, Math.max(closest, area.width, area.height));
  const width = Math.min(picture.width, even(share * picture.width));
  const height = Math.min(picture.height, even(share * picture.height));
  const at = (middle: number, length: number, whole: number): number =>
    Math.min(Math.max(0, even(middle * whole - length / 2)), 2 * Math.floor((whole - length) / 2));
  return {
    x: at(area.x + area.width / 2, width, picture.width),
    y: at(area.y + area.height / 2, height, picture.height),
    width,
    height,
  };
}

/** The zooms of a take one after the other: a later one in the list ends an earlier one where it begins. */
function inOrder(zooms: readonly Zoom[], source: string): Zoom[] {
  const all = zooms.filter((zoom) => zoom.source === source && zoom.to > zoom.from).toSorted((one, other) => one.from - other.from);
  return all
    .map((zoom, index) => ({ ...zoom, to: Math.min(zoom.to, all[index + 1]?.from ?? zoom.to) }))
    .filter((zoom) => zoom.to > zoom.from);
}

/** How the view of a take's picture moves. Between the stretches all of the picture is seen. */
export function viewStretches({ zooms }: Pick<EditList, 'zooms'>, source: string, picture: Size): ViewStretch[] {
  const all = inOrder(zooms, source);
  const whole: Box = { x: 0, y: 0, ...picture };
  return all.flatMap((zoom, index) => {
    const [before, after] = [all[index - 1], all[index + 1]];
    const goesOn = after !== undefined && after.from - zoom.to < adjacent;
    const comesFrom = before !== undefined && zoom.from - before.to < adjacent ? viewOf(before.area, picture) : whole;
    const ease = Math.min(zoom.ease, (zoom.to - zoom.from) / 2);
    const view = viewOf(zoom.area, picture);
    const end = goesOn ? after.from : zoom.to;
    const back = goesOn ? end : end - ease;
    const stretches: ViewStretch[] = [
      { from: zoom.from, to: zoom.from + ease, first: comesFrom, last: view },
      { from: zoom.from + ease, to: back, first: view, last: view },
      { from: back, to: end, first: view, last: whole },
    ];
    return stretches.filter(({ from, to }) => to > from);
  });
}
