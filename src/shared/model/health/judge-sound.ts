import { isSound, type TrackKind } from '../take.ts';
import type { Finding, TrackHealth } from './report.ts';
import { type Stretch, stepAround, stretchesOf } from './stretches.ts';

/** What was measured of a track with sound: for each window of `seconds` its loudness and loudest sample in dBFS, and whether it clips. */
export interface SoundMeasure {
  kind: TrackKind;
  /** LUFS, null where there was nothing to measure. */
  loudness: number | null;
  peak: number;
  seconds: number;
  levels: ArrayLike<number>;
  clips: ArrayLike<number>;
}

/** Below this a window holds nothing at all, in dBFS. */
const nothing = -75;
/** A voice below this was not recorded: what is there is the room, in LUFS. */
const noVoice = -52;
/** A voice below this is quiet, in LUFS. */
const quietVoice = -36;
/** What lies under a voice is heard as noise above this, and within so many decibels of the voice. */
const noiseFrom = -52;
const noiseDistance = 24;
/** Stretches of clipping nearer than this, in seconds, are one; a take with less of it is left alone. */
const clippingGap = 4;
const clippingLeast = 0.3;
const mostStretches = 8;

/** Level under which so many windows lie, of those that hold anything. */
function levelAt({ levels }: SoundMeasure, share: number): number | null {
  const heard = Array.from(levels).filter((level) => level > nothing);
  if (heard.length === 0) return null;
  return heard.sort((a, b) => a - b)[Math.min(heard.length - 1, Math.floor(share * heard.length))] ?? null;
}

/** What is heard while nobody speaks: the quietest tenth. */
export const noiseFloorOf = (measure: SoundMeasure): number | null => levelAt(measure, 0.1);

/** Where nothing is heard, for what lasts longer than a breath. */
export const quietStretches = ({ levels, seconds }: SoundMeasure, below: number): Stretch[] =>
  stretchesOf(levels.length, seconds, (index) => (levels[index] ?? 0) < below);

function clipping(measure: SoundMeasure, redo: (at: number) => Finding['mend']): Finding[] {
  const { clips, seconds, kind } = measure;
  const stretches = stretchesOf(clips.length, seconds, (index) => (clips[index] ?? 0) > 0, clippingGap);
  const clipped = (from: number, to: number) =>
    Array.from(clips).reduce((sum, clip, index) => sum + (clip > 0 && index * seconds >= from && index * seconds < to ? seconds : 0), 0);
  return stretches
    .map((stretch) => ({ ...stretch, clipped: clipped(stretch.from, stretch.to) }))
    .filter((stretch) => stretch.clipped >= clippingLeast)
    .sort((a, b) => b.clipped - a.clipped)
    .slice(0, mostStretches)
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, clipped: figure }) => ({
      id: `clipping-${kind}-${from.toFixed(1)}`,
      kind: 'clipping',
      track: kind,
      weight: figure > 0.1 * (to - from) ? 'fault' : 'attention',
      from,
      to,
      figure,
      mend: redo(from),
    }));
}

/** What a microphone's track wants to be known for. The sound of a screen may be anything, so only its clipping counts. */
export function judgeSound(measures: readonly SoundMeasure[], marks: readonly number[], duration: number): Finding[] {
  const redo = (at: number): Finding['mend'] => ({ do: 'redo', ...stepAround(marks, duration, at) });
  return measures.flatMap((measure) => {
    const { kind, loudness } = measure;
    const whole = { track: kind, from: 0, to: duration } as const;
    if (kind !== 'microphone') return clipping(measure, redo);
    const loudest = levelAt(measure, 0.95);
    if (loudest === null || loudness === null)
      return [{ ...whole, id: 'silent-microphone', kind: 'silent', weight: 'fault', figure: null, mend: null } satisfies Finding];
    if (loudness < noVoice)
      return [
        {
          ...whole,
          id: 'silent-microphone',
          kind: 'silent',
          weight: 'fault',
          figure: loudness,
          mend: { do: 'mute', kind },
        } satisfies Finding,
      ];
    const findings: Finding[] = [];
    const floor = noiseFloorOf(measure);
    if (floor !== null && floor > noiseFrom && loudest - floor < noiseDistance)
      findings.push({ ...whole, id: 'noise-microphone', kind: 'noise', weight: 'attention', figure: floor, mend: { do: 'denoise' } });
    if (loudness < quietVoice)
      findings.push({ ...whole, id: 'quiet-microphone', kind: 'quiet', weight: 'attention', figure: loudness, mend: { do: 'denoise' } });
    return [...findings, ...clipping(measure, redo)];
  });
}

export const soundHealth = (measure: SoundMeasure): TrackHealth => ({
  kind: measure.kind,
  loudness: measure.loudness,
  peak: Number.isFinite(measure.peak) ? measure.peak : null,
  noiseFloor: isSound(measure.kind) ? noiseFloorOf(measure) : null,
  frames: null,
});
