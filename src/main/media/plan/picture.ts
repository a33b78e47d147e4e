import { cameraBox } from '../../../shared/model/camera-box.ts';
import type { CameraLayout } from '../../../shared/model/edit/list.ts';
import { covers, type Inputs, type Opened, seconds } from './inputs.ts';
import type { Source, SourceTrack } from './sources.ts';
import { frameRate, type Run } from './timeline.ts';

export interface Size {
  width: number;
  height: number;
}

export interface PictureOptions {
  camera: CameraLayout;
  canvas: Size;
  /** The circle that makes a round camera: a grey picture as large as the camera. */
  mask: string;
  hasFilter: (name: string) => boolean;
}

const largest: Size = { width: 1920, height: 1080 };
const even = (value: number): number => Math.max(2, 2 * Math.floor(value / 2));

/** The size of a rendition: that of its first picture, made even and no larger than full HD. */
export function canvasOf({ width, height }: Size): Size {
  const scale = Math.min(1, largest.width / width, largest.height / height);
  return { width: even(width * scale + 0.01), height: even(height * scale + 0.01) };
}

/** A camera that ended this short before the run does stands still; one that ended earlier goes away. */
const shortest = 1;

/** Frames that are missing at the end of a track, as far as its length is known. */
const missing = (track: SourceTrack, run: Run): number => Math.max(0, run.from + run.length - track.offset - track.duration);

/** Constant rate, then only the kept frames, counted. */
function keptFrames(run: Run, track: SourceTrack, { at }: Opened, canPad: boolean): string {
  const base = Math.max(0, Math.round((run.from - at) * frameRate));
  const kept = run.pieces.map(({ first, frames }) => `between(n,${base + first},${base + first + frames - 1})`).join('+');
  const filters = [
    ...(at > run.from ? [`setpts=PTS+${seconds(at - run.from)}/TB`] : []),
    `fps=${frameRate}:start_time=0`,
    // A few frames more than are missing: containers round.
    ...(canPad ? [`tpad=stop_mode=clone:stop=${Math.ceil(missing(track, run) * frameRate) + 6}`] : []),
    `select='${kept}'`,
    `setpts=N/(${frameRate}*TB)`,
    // As it is seen: pixels may be stored wider than they are high. Passed on untouched where they are not.
    `scale=${track.width}:${track.height}`,
  ];
  return filters.join(',');
}

function fitted(track: SourceTrack, { width, height }: Size): string {
  const same = track.width === width && track.height === height;
  const fit = `scale=${width}:${height}:force_original_aspect_ratio=decrease,pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2,`;
  return `${same ? '' : fit}setsar=1,format=yuv420p`;
}

/** One label for the picture of a run: its kept frames, with the camera over them where it is shown. */
export function pictureOfRun(run: Run, source: Source, name: string, inputs: Inputs, options: PictureOptions): string[] {
  const { camera: layout, canvas, mask, hasFilter } = options;
  const canPad = hasFilter('tpad');
  const opened = inputs.open(source.picture, run, true);
  const under = `[${opened.index}:v:${source.picture.stream}]${keptFrames(run, source.picture, opened, canPad)},${fitted(source.picture, canvas)}`;
  const { camera } = source;
  if (!layout.shown || !camera || !covers(camera, run)) return [`${under}[${name}]`];

  const over = inputs.open(camera, run, true);
  const { x, y, width: side } = cameraBox(layout, canvas.width, canvas.height);
  const stands = canPad && missing(camera, run) < shortest;
  const square = `crop=w='min(iw,ih)':h='min(iw,ih)',scale=${side}:${side},setsar=1`;
  const chain = `[${over.index}:v:${camera.stream}]${keptFrames(run, camera, over, stands)},${square}`;
  const cut =
    layout.shape === 'round'
      ? [
          `${chain},format=yuva420p[${name}s]`,
          `[${inputs.openStill(mask, run.frames / frameRate)}:v]format=gray[${name}m]`,
          `[${name}s][${name}m]alphamerge[${name}c]`,
        ]
      : [`${chain},format=yuv420p[${name}c]`];
  return [
    `${under}[${name}u]`,
    ...cut,
    `[${name}u][${name}c]overlay=x=${x}:y=${y}:format=yuv420:eof_action=pass,trim=end_frame=${run.frames}[${name}]`,
  ];
}

/** A white disc on black with a soft edge, as a PGM picture. */
export function disc(side: number): Uint8Array {
  const head = Buffer.from(`P5\n${side} ${side}\n255\n`, 'latin1');
  const pixels = Buffer.alloc(side * side);
  const radius = side / 2;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const inside = radius - Math.hypot(x + 0.5 - radius, y + 0.5 - radius);
      pixels[y * side + x] = Math.round(255 * Math.min(1, Math.max(0, inside + 0.5)));
    }
  }
  return Buffer.concat([head, pixels]);
}
