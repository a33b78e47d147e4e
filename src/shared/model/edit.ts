import { z } from 'zod';
import { Seconds } from './ids.ts';

/** A stretch of one source, in the source's own time. A clip never speaks of output frames. */
export const Clip = z
  .object({ id: z.string().min(1), source: z.string().min(1), from: Seconds, to: Seconds })
  .refine((clip) => clip.to > clip.from, { message: 'A clip ends after it begins.' });
export type Clip = z.infer<typeof Clip>;

export const Corner = z.enum(['top-left', 'top-right', 'bottom-left', 'bottom-right']);
export type Corner = z.infer<typeof Corner>;

/** How the camera is laid over the screen. `size` is its width as a share of the picture's width. */
export const CameraLayout = z.object({
  shown: z.boolean(),
  corner: Corner,
  size: z.number().min(0.1).max(0.5),
  shape: z.enum(['round', 'square']),
});
export type CameraLayout = z.infer<typeof CameraLayout>;

/** What is to be seen and heard of one or more takes: the only document the cutting room edits. */
export const EditList = z.object({
  version: z.literal(1),
  clips: z.array(Clip).min(1),
  camera: CameraLayout,
});
export type EditList = z.infer<typeof EditList>;

export const defaultCamera: CameraLayout = { shown: true, corner: 'bottom-right', size: 0.2, shape: 'round' };

/** Clips shorter than this cannot be seen or heard, and are dropped by `cutOut` and `trim`. */
const shortestClip = 0.04;

export function wholeSource(source: string, duration: number, clipId: string): EditList {
  return { version: 1, clips: [{ id: clipId, source, from: 0, to: duration }], camera: defaultCamera };
}

/** Length of what will be seen, in seconds. */
export function editDuration(edit: Pick<EditList, 'clips'>): number {
  return edit.clips.reduce((sum, clip) => sum + clip.to - clip.from, 0);
}

/** Takes the stretch `from`–`to` of a source away from every clip that shows it. */
export function cutOut(edit: EditList, source: string, from: number, to: number): EditList {
  const clips = edit.clips.flatMap((clip) => {
    if (clip.source !== source || to <= clip.from || from >= clip.to) return [clip];
    const left = { ...clip, to: Math.min(clip.to, from) };
    const right = { ...clip, id: left.to > left.from ? `${clip.id}'` : clip.id, from: Math.max(clip.from, to) };
    return [left, right].filter((part) => part.to - part.from >= shortestClip);
  });
  return { ...edit, clips };
}

/** Keeps only `from`–`to` of a source. */
export function trim(edit: EditList, source: string, from: number, to: number): EditList {
  return cutOut(cutOut(edit, source, 0, from), source, to, Number.POSITIVE_INFINITY);
}

/** Where a moment of a source appears in the output, or null where it was cut out. */
export function toOutput(edit: Pick<EditList, 'clips'>, source: string, time: number): number | null {
  let start = 0;
  for (const clip of edit.clips) {
    if (clip.source === source && time >= clip.from && time < clip.to) return start + time - clip.from;
    start += clip.to - clip.from;
  }
  return null;
}

/** Which moment of which clip is seen at a moment of the output; the last moment belongs to the last clip. */
export function toSource(edit: Pick<EditList, 'clips'>, time: number): { clip: Clip; time: number } | null {
  let start = 0;
  for (const clip of edit.clips) {
    const length = clip.to - clip.from;
    if (time < start + length) return { clip, time: clip.from + Math.max(0, time - start) };
    start += length;
  }
  const last = edit.clips.at(-1);
  return last ? { clip: last, time: last.to } : null;
}
