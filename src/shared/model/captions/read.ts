import { parseText, tokenizeVTTCue, VTTCue } from 'media-captions';
import { byTime, type Cue, longestText, mostCues } from './captions.ts';
import { type Heard, timed, tokens } from './words.ts';

/** Files longer than this are no captions, in characters: two hours of speech are about 200,000. */
export const largestCaptionFile = 5_000_000;
/** A line longer than this is cut before anything looks at it. */
const longestLine = 4 * longestText;

export interface ReadCaptions {
  cues: Cue[];
  /** Cues of the file that could not be used: no text, no time, or too many. */
  left: number;
}

interface Piece {
  text: string;
  /** Where the words of it begin, if the file says so. */
  from: number | null;
}

type Node = ReturnType<typeof tokenizeVTTCue>[number];

/** The text of a cue without its tags, in pieces that begin at a time stamp. */
function pieces(nodes: readonly Node[], from: number | null, into: Piece[]): Piece[] {
  for (const node of nodes) {
    if (node.type === 'text') into.push({ text: node.data, from });
    else pieces(node.children, node.type === 'timestamp' ? node.time : from, into);
  }
  return into;
}

const clean = (text: string): string =>
  text
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
    .join('\n')
    .slice(0, longestText)
    .trim();

/** Tags that SubRip files carry; everything else in them is text. */
const subRipTags = /<\/?(?:b|i|u|s|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}/gi;

function textOf({ text, startTime, endTime }: VTTCue, kind: 'vtt' | 'srt'): { text: string; words: Heard[] | null } {
  const short = text.slice(0, longestLine);
  if (kind === 'srt') return { text: clean(short.replace(subRipTags, '')), words: null };
  const found = pieces(tokenizeVTTCue(new VTTCue(startTime, endTime, short)), null, []);
  const whole = clean(found.map((piece) => piece.text).join(''));
  const isTimed = found.some(({ from }) => from !== null && from > startTime && from < endTime);
  return { text: whole, words: isTimed ? timedWords(found, startTime, endTime) : null };
}

/** Only files that time each word of their own are believed; a stamp that stands alone times what follows it. */
function timedWords(found: readonly Piece[], startTime: number, endTime: number): Heard[] {
  return found.flatMap((piece, index) => {
    const texts = tokens(piece.text);
    const from = piece.from ?? startTime;
    const to = found.slice(index + 1).find((later) => later.from !== null && later.from > from)?.from ?? endTime;
    const isOne = texts.length === 1 && to > from && from >= startTime && to <= endTime;
    return texts.map((text) => ({ text, at: isOne ? { from, to } : null }));
  });
}

/** Stamps have no finer parts; what is beyond them is arithmetic. */
const thousandths = (seconds: number): number => Math.round(seconds * 1000) / 1000;

const timing = /^\s*(\d{1,3}):(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*-->\s*(\d{1,3}):(\d{1,2}):(\d{1,2})[.,](\d{1,3})(.*)$/gm;

/** SubRip is written in many hands: time stamps come with missing zeros and without blanks. */
const tidy = (text: string): string =>
  text.replace(timing, (_line, ...[h1, m1, s1, f1, h2, m2, s2, f2]: string[]) => {
    const stamp = (h = '', m = '', s = '', f = '') =>
      `${h.padStart(2, '0')}:${m.padStart(2, '0')}:${s.padStart(2, '0')},${f.padEnd(3, '0')}`;
    return `${stamp(h1, m1, s1, f1)} --> ${stamp(h2, m2, s2, f2)}`;
  });

/**
 * Reads a WebVTT or SubRip file, whichever it is. Hostile input costs no more than its length: what is too long is cut,
 * tags are taken away and never become markup. Null where the text is neither.
 */
export async function readCaptions(file: string, newId: () => string): Promise<ReadCaptions | null> {
  if (file.length > largestCaptionFile) return null;
  const text = file
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '');
  const kind = /^WEBVTT(?:\s|$)/.test(text) ? 'vtt' : 'srt';
  const { cues: found } = await parseText(kind === 'srt' ? tidy(text) : text, { type: kind });
  const whole = (text.match(/-->/g) ?? []).length;
  if (kind === 'srt' && found.length === 0) return null;
  const cues = found.slice(0, mostCues).flatMap((cue): Cue[] => {
    const [from, to] = [thousandths(cue.startTime), thousandths(cue.endTime)];
    const read = textOf(cue, kind);
    if (read.text === '' || !(to > from) || !Number.isFinite(to)) return [];
    const isWhole = read.words?.map((word) => word.text).join(' ') === tokens(read.text).join(' ');
    const words = read.words && isWhole ? { words: timed(read.words, { from, to }) } : {};
    return [{ id: newId(), from, to, text: read.text, ...words }];
  });
  return { cues: cues.sort(byTime), left: Math.max(0, whole - cues.length) };
}
