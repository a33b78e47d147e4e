import { z } from 'zod';
import { line, MediaHash, Seconds } from '../ids.ts';
import { TrackKind } from '../take.ts';
import { maxSizes } from '../video-sizes.ts';

const share = z.number().min(0).max(1);

/** A point in shares of the take's picture (its screen, else its camera), from the top left. */
export const Point = z.object({ x: share, y: share });
export type Point = z.infer<typeof Point>;

/** A region in shares of the take's picture. */
export const Area = z
  .object({ x: share, y: share, width: z.number().positive().max(1), height: z.number().positive().max(1) })
  .refine(({ x, y, width, height }) => x + width <= 1.0001 && y + height <= 1.0001, { message: 'A region lies within the picture.' });
export type Area = z.infer<typeof Area>;

/** What every mark of an edit has: a name that survives changes, and the stretch of a take it speaks of, in the take's own time. */
const stretch = { id: z.string().min(1).max(100), source: z.string().min(1).max(100), from: Seconds, to: Seconds };

/**
 * A stretch of one source, in the source's own time. A clip never speaks of output frames.
 * `dissolve` is for how many seconds the last picture before the clip fades away over its beginning. Nothing overlaps, so no length changes.
 */
export const Clip = z
  .object({ ...stretch, dissolve: z.number().positive().max(3).optional() })
  .refine((clip) => clip.to > clip.from, { message: 'A clip ends after it begins.' });
export type Clip = z.infer<typeof Clip>;

export const Corner = z.enum(['top-left', 'top-right', 'bottom-left', 'bottom-right']);
export type Corner = z.infer<typeof Corner>;

/** Where the camera stands over the screen. `size` is its width as a share of the picture's width. */
const cameraPlace = { corner: Corner, size: z.number().min(0.1).max(0.5), shape: z.enum(['round', 'square']) };

/** How the camera is laid over the screen wherever no layout says otherwise. */
export const CameraLayout = z.object({ shown: z.boolean(), ...cameraPlace });
export type CameraLayout = z.infer<typeof CameraLayout>;

/** What is seen of a take for a while: one picture alone, the camera over the screen, or both side by side. */
export const Layout = z.object({ ...stretch, show: z.enum(['screen', 'camera', 'both', 'beside']), ...cameraPlace });
export type Layout = z.infer<typeof Layout>;

/** How long going close and going back take, where nobody says otherwise. Seconds. */
export const usualEase = 0.6;
export const mostZooms = 1000;

/** Goes close to a region, and back, each within `ease` seconds of the stretch. */
export const Zoom = z.object({ ...stretch, area: Area, ease: z.number().min(0).max(2).default(usualEase) });
export type Zoom = z.infer<typeof Zoom>;

/** Where a cover stands from a moment of the take on; between two places it moves in a straight line. */
export const CoverPlace = z.object({ at: Seconds, area: Area });
export type CoverPlace = z.infer<typeof CoverPlace>;

/** Hides a region of the take's picture. The path is in order of time; before its first place and after its last the cover stands still. */
export const Cover = z.object({ ...stretch, how: z.enum(['blur', 'cover']), path: z.array(CoverPlace).min(1).max(500) });
export type Cover = z.infer<typeof Cover>;

/** What a search can recognise as private. `word` is one of the words that the author listed herself. */
export const PrivateKind = z.enum(['e-mail', 'phone', 'card', 'iban', 'key', 'password', 'word']);
export type PrivateKind = z.infer<typeof PrivateKind>;

/** Why something that looks private may be seen. */
export const DismissReason = z.enum(['made-up', 'public', 'agreed', 'mistaken']);
export type DismissReason = z.infer<typeof DismissReason>;

/** Something that a privacy search found and that was left to be seen. `print` tells the text from another without saying it. */
export const Dismissal = z.object({ ...stretch, kind: PrivateKind, print: z.string().length(32), reason: DismissReason });
export type Dismissal = z.infer<typeof Dismissal>;

/** Points at something in the take's picture. What it points at moves along when the picture is zoomed; lines and letters keep their size. */
export const Callout = z.discriminatedUnion('kind', [
  z.object({ ...stretch, kind: z.literal('arrow'), tail: Point, tip: Point }),
  z.object({ ...stretch, kind: z.literal('box'), area: Area }),
  z.object({ ...stretch, kind: z.literal('spotlight'), area: Area }),
  z.object({ ...stretch, kind: z.literal('number'), at: Point, number: z.int().min(1).max(99) }),
  z.object({ ...stretch, kind: z.literal('text'), at: Point, text: line(120).min(1) }),
]);
export type Callout = z.infer<typeof Callout>;

export const Chapter = z.object({ id: stretch.id, source: stretch.source, at: Seconds, title: line(120) });
export type Chapter = z.infer<typeof Chapter>;

/** A colour as #rrggbb. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** A still page before or after the clips, in the look of the company's kit. */
export const Card = z.object({
  seconds: z.number().min(1).max(15),
  title: line(120),
  line: line(200),
  /** The person whose lesson it is; empty where the card shows nobody. */
  name: line(120),
  role: line(120),
  photo: MediaHash.nullable(),
  logo: MediaHash.nullable(),
  /** Of the card; null for the studio's paper. */
  colour: Colour.nullable(),
});
export type Card = z.infer<typeof Card>;

/** What is heard. A muted track stays on disk and is not mixed in. */
export const SoundChoice = z.object({
  denoise: z.boolean().default(false),
  muted: z
    .array(z.object({ source: stretch.source, kind: TrackKind }))
    .max(200)
    .default([]),
});
export type SoundChoice = z.infer<typeof SoundChoice>;

/** The form of the finished picture; `source` takes that of the first clip. */
export const Aspect = z.enum(['source', '16:9', '9:16', '1:1']);
export type Aspect = z.infer<typeof Aspect>;

/**
 * What is to be seen and heard of one or more takes: the only document the cutting room edits.
 * Everything is said in source time and in shares of the take's picture. Lists of an older program read with the defaults.
 */
export const EditList = z.object({
  version: z.literal(1),
  clips: z.array(Clip).min(1).max(5000),
  camera: CameraLayout,
  layouts: z.array(Layout).max(1000).default([]),
  zooms: z.array(Zoom).max(mostZooms).default([]),
  covers: z.array(Cover).max(1000).default([]),
  /** Changes nothing in the picture. */
  dismissals: z.array(Dismissal).max(2000).default([]),
  callouts: z.array(Callout).max(1000).default([]),
  chapters: z.array(Chapter).max(500).default([]),
  opening: Card.nullable().default(null),
  closing: Card.nullable().default(null),
  aspect: Aspect.default('source'),
  sound: SoundChoice.prefault({}),
  /** Smaller sizes that are finished beside the video, by their shorter sides in pixels. Absent where none are wanted. */
  sizes: z.array(z.int().min(120).max(1080)).min(1).max(maxSizes).optional(),
});
export type EditList = z.infer<typeof EditList>;

/** The same video by itself. */
export const withoutSizes = ({ sizes: _, ...list }: EditList): EditList => list;

export const defaultCamera: CameraLayout = { shown: true, corner: 'bottom-right', size: 0.2, shape: 'round' };

/** An edit list in which all of one source is seen, and nothing is added. */
export function wholeSource(source: string, duration: number, clipId: string): EditList {
  return EditList.parse({ version: 1, clips: [{ id: clipId, source, from: 0, to: duration }], camera: defaultCamera });
}
