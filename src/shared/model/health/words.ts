import { clock } from '../clock.ts';
import type { TrackKind } from '../take.ts';
import type { Finding, FindingKind, Glanced, Mend, TrackHealth } from './report.ts';

/** A track as its author reads of it, at the beginning of a sentence. */
export const trackNames: Record<TrackKind, string> = {
  screen: 'The screen',
  camera: 'The camera',
  microphone: 'The microphone',
  system: 'The sound of the screen',
};

const lasting = (seconds: number): string => (seconds < 60 ? `${Math.max(1, Math.round(seconds))} s` : `${clock(seconds)} min`);
const minus = (value: number): string => `${value < 0 ? '−' : ''}${Math.abs(Math.round(value))}`;

type Said = Pick<Finding, 'from' | 'to' | 'figure'> & { name: string; track: TrackKind | null };

const sentences: Record<FindingKind, (said: Said) => string> = {
  missing: ({ name }) => `${name} is missing: nothing could be read of what was recorded of it.`,
  silent: ({ name, figure }) =>
    figure === null ? `${name} recorded nothing at all.` : `${name} recorded the room (${minus(figure)} LUFS), and no voice.`,
  quiet: ({ figure }) => `The voice is quiet, ${minus(figure ?? 0)} LUFS. Finishing makes it louder, and the noise of the room with it.`,
  clipping: ({ name, figure }) => `${name} was too loud and is distorted for ${lasting(figure ?? 0)}.`,
  noise: ({ figure }) => `The room is heard behind the voice, at ${minus(figure ?? 0)} dB.`,
  gone: ({ name, track, from, to }) =>
    `${name} was away for ${lasting(to - from)}; ${track === 'microphone' ? 'there is silence' : 'its last picture stands still'}.`,
  black: ({ name, from, to }) => `${name} is black for ${lasting(to - from)}.`,
  frozen: ({ name, from, to }) => `${name} stands still for ${lasting(to - from)}.`,
  still: ({ name }) => `${name} did not change in the whole take. Was the right window shown?`,
  idle: ({ from, to }) => `Nothing happens and nothing is said for ${lasting(to - from)}.`,
  dropped: ({ name, figure }) => `${name} lost ${Math.round(figure ?? 0)} pictures, most of them here. The computer was busy.`,
  drift: ({ name, figure }) => `${name} ends ${Math.abs(figure ?? 0).toFixed(1)} s ${(figure ?? 0) < 0 ? 'before' : 'after'} the picture.`,
  slept: ({ figure }) => `The computer slept here for ${lasting(figure ?? 0)}. That time is not in the take.`,
};

/** A finding as its author reads it. */
export const findingSentence = ({ kind, track, from, to, figure }: Finding): string =>
  sentences[kind]({ from, to, figure, track, name: track ? trackNames[track] : 'The take' });

/** Where a finding is, as a place on the clock; the whole take has none. */
export function findingPlace({ from, to }: Finding, duration: number): string | null {
  if (from <= 0.5 && to >= duration - 0.5) return null;
  return to - from < 1 ? clock(from) : `${clock(from)} – ${clock(to)}`;
}

const mends: Record<Mend['do'], string> = {
  cut: 'Cut it out',
  denoise: 'Take the noise away',
  mute: 'Leave this track out',
  'screen-only': 'Show only the screen here',
  redo: 'Record this step again',
};

/** What the button of a mend says, and what stands in its place once it is done. */
export const mendWords = (mend: Mend): string => mends[mend.do];

/** What was not looked at closely, as its author reads it. */
export const glancedSentence = ({ track, seconds, every }: Glanced): string =>
  `${trackNames[track]} was looked at only every ${lasting(every)} for ${lasting(seconds)} of the take. What was black or stood still for less than that may not be named here.`;

/** What is known of a track, in a few words. */
export function trackWords({ kind, loudness, frames }: TrackHealth): string {
  const plain = trackNames[kind].replace(/^The /, '');
  const name = plain.charAt(0).toUpperCase() + plain.slice(1);
  if (loudness !== null) return `${name}: ${minus(loudness)} LUFS`;
  if (frames && frames.arrived > 0) return `${name}: ${frames.dropped === 0 ? 'no picture missing' : `${frames.dropped} pictures missing`}`;
  return kind === 'microphone' || kind === 'system' ? `${name}: silent` : name;
}
