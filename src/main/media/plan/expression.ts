import { type Course, stands } from '../../../shared/model/scene/course.ts';

const figure = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** How far a step has gone, 0 to 1. A step without length is made at once. */
const share = (frame: string, from: number, to: number): string =>
  to > from ? `clip((${frame}-(${figure(from)}))/${figure(to - from)},0,1)` : `gte(${frame},${figure(from)})`;

const eased = (part: string, isSmooth: boolean): string => (isSmooth ? `st(0,${part})*ld(0)*(3-2*ld(0))` : part);

/**
 * A course as an expression of ffmpeg, the same sum as `valueAt`. `frame` is what the filter calls the number of its frame,
 * `first` the output frame that this filter counts as 0.
 */
export function expressionOf(course: Course, frame: string, first: number): string {
  if (stands(course)) return figure(course);
  const { keys, pace } = course;
  const steps = keys.slice(1).flatMap((to, index) => {
    const from = keys[index];
    const by = from ? to.value - from.value : 0;
    return from && by !== 0 ? [`(${figure(by)})*${eased(share(frame, from.at - first, to.at - first), pace === 'smooth')}`] : [];
  });
  return [figure(keys[0]?.value ?? 0), ...steps].join('+');
}
