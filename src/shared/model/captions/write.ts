import type { Cue } from './captions.ts';
import type { PlacedChapter } from './output.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `01:02:03.456`; SubRip writes a comma before the milliseconds. */
function stamp(seconds: number, mark: '.' | ','): string {
  const thousandths = Math.max(0, Math.round(seconds * 1000));
  const whole = Math.floor(thousandths / 1000);
  const clock = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map(two).join(':');
  return `${clock}${mark}${String(thousandths % 1000).padStart(3, '0')}`;
}

/** Text as it may stand in a cue: no control characters, and no empty line, which would end it. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');

const escaped = (text: string): string => clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Shown {
  from: number;
  to: number;
  text: string;
}

function vtt(shown: readonly Shown[]): string {
  const blocks = shown.map(({ from, to, text }) => `${stamp(from, '.')} --> ${stamp(to, '.')}\n${escaped(text)}`);
  return `${['WEBVTT', ...blocks].join('\n\n')}\n`;
}

const said = (cues: readonly Cue[]): Cue[] => cues.filter(({ text }) => clean(text) !== '');

/** Cues as a WebVTT file. What is written in them is text, whatever it looks like. */
export const toVtt = (cues: readonly Cue[]): string => vtt(said(cues));

export const chaptersToVtt = (chapters: readonly PlacedChapter[]): string =>
  vtt(chapters.map(({ title, ...span }) => ({ ...span, text: title })));

/** Cues as a SubRip file. It knows no escapes, so an arrow in the text is written as a sign. */
export function toSrt(cues: readonly Cue[]): string {
  const blocks = said(cues).map(
    ({ from, to, text }, index) => `${index + 1}\n${stamp(from, ',')} --> ${stamp(to, ',')}\n${clean(text).replaceAll('-->', '→')}`,
  );
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}
