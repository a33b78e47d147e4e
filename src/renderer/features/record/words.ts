import { recordingSpace } from '../../../shared/model/recording.ts';
import { clock } from '../../ui/format.ts';
import type { EngineFault } from './engine/protocol.ts';
import type { EndReason, Loss } from './state.ts';

export type SourceName = 'screen' | 'camera' | 'microphone';
export const sourceNames: Record<SourceName, string> = { screen: 'Screen', camera: 'Camera', microphone: 'Microphone' };
export type SourceRefusal = 'denied' | 'missing' | 'busy' | 'unsupported';

const refusals: Record<SourceName, Record<SourceRefusal, string>> = {
  screen: {
    denied: 'Nothing was chosen to show. Choose a screen, a window or a tab, and allow it if the system asks.',
    missing: 'There is no screen here that can be recorded.',
    busy: 'The screen cannot be read right now. Close other recorders and choose again.',
    unsupported: 'This browser cannot record a screen. Open the studio in Chrome or Edge.',
  },
  camera: {
    denied: 'The camera is not allowed here. Allow it in the address bar and turn it on again.',
    missing: 'No camera was found. Plug one in and turn it on again, or record without it.',
    busy: 'Another program is holding the camera, perhaps a meeting. Leave it there or close it, and turn the camera on again.',
    unsupported: 'This browser cannot record a camera. Open the studio in Chrome or Edge.',
  },
  microphone: {
    denied: 'The microphone is not allowed here. Allow it in the address bar and turn it on again.',
    missing: 'No microphone was found. Plug one in and turn it on again, or record without a voice.',
    busy: 'Another program is holding the microphone, perhaps a meeting. Leave it there or close it, and turn the microphone on again.',
    unsupported: 'This browser cannot record a microphone. Open the studio in Chrome or Edge.',
  },
};

export const refusalSentence = (source: SourceName, refusal: SourceRefusal): string => refusals[source][refusal];

const beginnings: Partial<Record<EngineFault, string>> = {
  'encoder-missing': 'This browser has no encoder for recordings. Open the studio in Chrome or Edge.',
  'encoder-failed': 'The encoder could not be started. Close other programs that record or play video, and try again.',
  'no-picture': 'A source gave no picture. Choose the screen and the camera again.',
};

/** Why a recording did not begin. */
export const notBegunSentence = (fault: EngineFault): string => beginnings[fault] ?? 'The recording could not begin. Try again.';

/** Why the recording that was asked for has not begun. */
export function waitingSentence(waiting: SourceName[]): string {
  const what = waiting.map((name) => `the ${name}`).join(' and ');
  return `Waiting for ${what}. If the browser asks whether it may be used, allow it: the recording begins right after.`;
}

const endings: Record<Exclude<EndReason, 'stopped'>, string> = {
  'encoder-missing': 'The encoder stopped',
  'encoder-failed': 'The encoder stopped',
  'no-picture': 'A source stopped',
  'disk-full': `The disk is down to ${recordingSpace.stop / 1e6} MB, so the recording ended`,
  'studio-gone': 'Showhow stopped answering',
  'take-ended': 'The recording was ended elsewhere',
};

/** What ended a recording and what of it is safe; `saved` in seconds. */
export function endSentence(reason: EndReason, at: number, saved: number): string | null {
  if (reason === 'stopped') return null;
  const safe = at - saved < 1.5 ? 'Everything before it is saved.' : `Everything up to ${clock(saved)} is saved.`;
  return `${endings[reason]} at ${clock(at)}. ${safe}`;
}

/** Bytes a minute of screen, camera and sound take at most. */
const bytesPerMinute = 60e6;

/** How much longer can be recorded on this disk. */
export function roomSentence(freeBytes: number): string {
  const minutes = Math.max(0, Math.floor((freeBytes - recordingSpace.stop) / bytesPerMinute));
  return minutes < 120 ? `Room for ${minutes} minutes` : `Room for ${Math.floor(minutes / 60)} hours`;
}

const lossBeginnings: Record<SourceName, Record<Loss['how'], string>> = {
  screen: { ended: 'Sharing ended', muted: 'What is shown gives no picture' },
  camera: { ended: 'The camera stopped', muted: 'The camera gives no picture' },
  microphone: { ended: 'The microphone stopped', muted: 'The microphone was muted' },
};

const afterLoss: Record<SourceName, string> = {
  screen: 'The take goes on with the last picture.',
  camera: 'The take goes on with its last picture.',
  microphone: 'The take goes on in silence.',
};

const advice: Record<SourceName, string> = {
  screen: 'Show something else and go on, or stop here.',
  camera: 'Choose another camera and go on.',
  microphone: 'Choose another microphone and go on.',
};

/** A source that went away in mid-take: what happened, what is safe, what to do. */
export function lossSentence(source: SourceName, { at, how }: Loss, canReplace: boolean): string {
  const what = `${lossBeginnings[source][how]} at ${clock(at)}. Everything before it is saved.`;
  return canReplace ? `${what} ${afterLoss[source]} ${advice[source]}` : `${what} Stop here, and record the rest as a take of its own.`;
}

/** Said after the machine slept in mid-take. */
export const sleptSentence = ({ at, seconds }: { at: number; seconds: number }): string =>
  `The computer slept for ${seconds < 90 ? `${Math.round(seconds)} seconds` : `${Math.round(seconds / 60)} minutes`} at ${clock(at)}. ` +
  'That time is not in the take; everything else is, and the recording goes on.';
