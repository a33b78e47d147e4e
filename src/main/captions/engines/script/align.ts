import { longestText, type Span } from '../../../../shared/model/captions/captions.ts';
import { type Heard, timed } from '../../../../shared/model/captions/words.ts';
import { cutWave } from '../../pcm.ts';
import type { EngineWatch, Listening, Spoken } from '../engine.ts';
import { type Dictionary, waysOf } from './dictionary.ts';
import { grammarOf, readName, type ScriptWord } from './grammar.ts';
import { type Aligner, search } from './pocketsphinx.ts';
import { extraSpeech } from './strays.ts';

/** Seconds of sound that are looked at together: enough to find one's way again after a passage off the script. */
const stretch = 60;
/** Most words that can be said in a stretch: four a second, and some to skip. */
const windowWords = 340;

interface Sentence {
  texts: readonly string[];
  words: readonly ScriptWord[];
  /** What was heard of it, word by word, once it was. */
  heard: Heard[] | null;
}

/** The sentences from one on that can be said in one stretch. */
function windowFrom(sentences: readonly Sentence[], first: number): Sentence[] {
  let words = 0;
  let end = first;
  while (end < sentences.length && words < windowWords) words += sentences[end++]?.texts.length ?? 0;
  return sentences.slice(first, end);
}

/** Where a stretch best ends: in the longest rest near its end, so that no sentence is cut in two. */
function endOf(from: number, duration: number, speech: readonly Span[]): number {
  if (from + stretch * 1.3 >= duration) return duration;
  const rests = speech.flatMap(({ to }, index) => {
    const next = speech[index + 1];
    const middle = next ? (to + next.from) / 2 : 0;
    return next && middle > from + stretch * 0.6 && middle < from + stretch * 1.2 ? [{ middle, length: next.from - to }] : [];
  });
  const longest = rests.sort((one, other) => other.length - one.length)[0];
  return longest?.middle ?? Math.min(from + stretch, duration);
}

/** A sentence that is found in whole, or one of which too little was heard to be believed. */
const enough = (heard: readonly Heard[]): boolean => heard.filter(({ at }) => at !== null).length * 2 >= heard.length;

interface Finding {
  /** Number of the first sentence that is still to be looked for. */
  next: number;
  /** Moment at which the search goes on. */
  from: number;
}

/** Looks at one stretch of the sound and notes which sentences are said in it. */
async function lookAt(
  aligner: Aligner,
  dictionary: Dictionary,
  { wave, folder, duration, speech }: Listening,
  sentences: readonly Sentence[],
  { next, from }: Finding,
  watch: EngineWatch,
): Promise<Finding> {
  const to = endOf(from, duration, speech);
  const window = windowFrom(sentences, next);
  await cutWave(wave, `${folder}/part.wav`, from, to);
  const grammar = grammarOf(
    window.map(({ words }) => words),
    dictionary.phones,
  );
  const found = await search(aligner, folder, 'part', grammar, watch);
  const places = new Map<number, Map<number, Span>>();
  for (const { name, ...span } of found) {
    const place = readName(name);
    if (!place) continue;
    const words = places.get(place.sentence) ?? new Map<number, Span>();
    words.set(place.word, { from: from + span.from, to: from + span.to });
    places.set(place.sentence, words);
  }
  const isLast = to >= duration;
  let going: Finding = { next, from: to };
  for (const [index, words] of places) {
    const sentence = window[index];
    if (!sentence) continue;
    const heard = sentence.texts.map((text, place): Heard => ({ text, at: words.get(place) ?? null }));
    const isWhole = heard.at(-1)?.at !== null || sentence.words.at(-1)?.ways.length === 0;
    // One that breaks off with the stretch is looked for again, from its beginning.
    if (!isWhole && !isLast) {
      const begun = Math.min(...[...words.values()].map((span) => span.from));
      if (begun > from + 1) going = { next: next + index, from: begun - 0.3 };
      continue;
    }
    if (!enough(heard)) continue;
    sentence.heard = heard;
    const end = Math.max(...[...words.values()].map((span) => span.to));
    going = { next: next + index + 1, from: isLast ? to : Math.max(end, from + 1) };
  }
  // What follows the last sentence within the stretch was looked at, and nothing of the script was in it.
  return isLast || going.next === next ? { next: going.next, from: to } : going;
}

/**
 * Finds a known script in the sound. A sentence that is not said is reported, and so is speech that is not in the script;
 * a word the dictionary does not know gets its time from its neighbours, marked as guessed.
 */
export async function align(
  aligner: Aligner,
  dictionary: Dictionary,
  listening: Listening,
  script: readonly (readonly string[])[],
  watch: EngineWatch,
): Promise<Spoken> {
  const sentences: Sentence[] = script.map((texts) => ({
    texts,
    words: texts.map((text) => ({ text, ways: waysOf(text, dictionary) })),
    heard: null,
  }));
  let going: Finding = { next: 0, from: 0 };
  while (going.from < listening.duration - 0.2 && going.next < sentences.length) {
    going = await lookAt(aligner, dictionary, listening, sentences, going, watch);
    watch.progress?.(going.from / listening.duration);
  }
  const words = sentences.flatMap(({ heard }) => {
    const spans = heard?.flatMap(({ at }) => at ?? []) ?? [];
    const [first, last] = [spans[0], spans.at(-1)];
    return heard && first && last ? timed(heard, { from: first.from, to: last.to }) : [];
  });
  const missing = sentences.filter(({ heard }) => heard === null).map(({ texts }) => texts.join(' ').slice(0, longestText));
  return {
    words,
    language: aligner.language,
    origin: { by: 'script', aligned: true, missing: missing.slice(0, 500), extra: extraSpeech(listening.speech, words).slice(0, 500) },
  };
}
