import { z } from 'zod';
import type { Span, Word } from '../../../../shared/model/captions/captions.ts';
import { type Heard, timed, tokens } from '../../../../shared/model/captions/words.ts';

/** Thousandths of a second. */
const Offsets = z.object({ from: z.number(), to: z.number() });
const Token = z.object({ text: z.string(), offsets: Offsets.optional() });
const Segment = z.object({ text: z.string(), offsets: Offsets, tokens: z.array(Token).optional() });

/** What `whisper-cli --output-json-full` writes, as far as it is used here. */
const Output = z.object({ result: z.object({ language: z.string() }).optional(), transcription: z.array(Segment).max(100_000) });

const seconds = ({ from, to }: z.infer<typeof Offsets>): Span => ({ from: from / 1000, to: Math.max(from, to) / 1000 });

/** Sounds that are not said, as it writes them: `[MUSIC]`, `(laughs)`, `♪`. */
const noise = /\[[^\][]*\]|\([^()]*\)|[♪♫*]+/gu;

/** Words of a segment from its tokens: one that begins with a blank begins a word. Marks such as `[_BEG_]` are none. */
function timedGroups(segment: z.infer<typeof Segment>): Span[] {
  const groups: Span[] = [];
  for (const { text, offsets } of segment.tokens ?? []) {
    if (/^\[_.*\]$/.test(text.trim()) || !offsets || text === '') continue;
    const span = seconds(offsets);
    const last = groups.at(-1);
    // Punctuation is a token of its own; the time it is given belongs to the rest after the word.
    const isMark = /^[^\p{L}\p{N}]+$/u.test(text);
    if (!last || (text.startsWith(' ') && !isMark)) groups.push(span);
    else if (!isMark) last.to = Math.max(last.to, span.to);
  }
  return groups;
}

function wordsOf(segment: z.infer<typeof Segment>): Word[] {
  const whole = seconds(segment.offsets);
  const texts = tokens(segment.text.replace(noise, ' '));
  const groups = timedGroups(segment);
  const believed = groups.length === texts.length && tokens(segment.text).length === texts.length;
  let last = whole.from;
  const heard = texts.map((text, index): Heard => {
    const at = believed ? groups[index] : undefined;
    if (!at) return { text, at: null };
    const from = Math.min(Math.max(at.from, last), Math.max(last, whole.to));
    last = Math.min(Math.max(at.to, from), Math.max(from, whole.to));
    return { text, at: { from, to: last } };
  });
  return timed(heard, { from: whole.from, to: Math.max(whole.from, whole.to) });
}

/** Reads its JSON; null where it is none. Segments that repeat or run backwards, as it writes them in long silences, are left out. */
export function readOutput(text: string): { words: Word[]; language: string | null } | null {
  const parsed = Output.safeParse(asJson(text));
  if (!parsed.success) return null;
  const words: Word[] = [];
  let before = '';
  for (const segment of parsed.data.transcription) {
    const found = wordsOf(segment);
    const [first] = found;
    const said = found.map((word) => word.text).join(' ');
    const isEcho = said === before && segment.offsets.to - segment.offsets.from < 1500;
    if (!first || isEcho || first.from < (words.at(-1)?.from ?? 0)) continue;
    before = said;
    words.push(...found.map((word) => ({ ...word, text: word.text.slice(0, 200) })));
  }
  return { words, language: parsed.data.result?.language ?? null };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Progress from a line of its messages: `… progress =  35%`. */
export function readProgress(line: string): number | null {
  const found = /progress\s*=\s*(\d{1,3})%/.exec(line);
  return found ? Math.min(1, Number(found[1]) / 100) : null;
}
