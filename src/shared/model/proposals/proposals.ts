import { cutOut } from '../edit/clips.ts';
import { type EditList, mostZooms, usualEase } from '../edit/list.ts';
import type { Facts, SilenceChoice } from './facts.ts';
import { fillers } from './fillers.ts';
import { type Item, type Proposal, savedBy } from './proposal.ts';
import { repeats } from './repeats.ts';
import { silenceCuts } from './silence-cuts.ts';
import { partsOf, stepChapters } from './steps.ts';

/** Above this, in dB of full scale, the room is heard behind the voice. */
const noisy = -52;
/** What a finish brings every sound to, in LUFS; nearer than the second figure nobody hears a difference. */
const target = -16;
const heardDifference = 1.5;
/** Quieter than this is the room alone, which a finish does not make loud. In LUFS. */
const nothingHeard = -55;

const count = (value: number, one: string, more = `${one}s`): string => `${value} ${value === 1 ? one : more}`;
const signed = (value: number): string => value.toFixed(0).replace('-', '−');

/** Only what is seen whole: a place that was cut out already is nothing to propose. */
const seen =
  (list: EditList) =>
  ({ source, from, to }: Item): boolean =>
    list.clips.some((clip) => clip.source === source && from >= clip.from - 0.001 && to <= clip.to + 0.001);

function cuts(kind: 'silences' | 'fillers' | 'repeats', items: readonly Item[]): Proposal[] {
  if (items.length === 0) return [];
  const sentences = {
    silences: `${count(items.length, 'silence')} could be shorter.`,
    fillers: `${count(items.length, 'filler word')} could go.`,
    repeats: `${count(items.length, 'sentence begins', 'sentences begin')} twice; the first try could go.`,
  };
  return [{ kind, sentence: sentences[kind], items, saves: savedBy(items) }];
}

function noisyRooms(list: EditList, facts: Facts): Item[] {
  if (list.sound.denoise) return [];
  return [...facts].flatMap(([source, { noise: floor, hasVoice }]) =>
    hasVoice && floor !== null && floor > noisy ? [{ id: `denoise ${source}`, source, from: 0, to: 0, label: `${signed(floor)} dB` }] : [],
  );
}

function noise(items: readonly Item[]): Proposal[] {
  if (items.length === 0) return [];
  return [{ kind: 'denoise', sentence: 'The room is heard behind the voice. The noise can be reduced.', items, saves: 0 }];
}

function chapters(items: readonly Item[]): Proposal[] {
  if (items.length === 0) return [];
  const sentence = `${count(items.length, 'step')} could become chapters, so that colleagues go straight to them.`;
  return [{ kind: 'chapters', sentence, items, saves: 0 }];
}

/** Where the view could go close, unless it does already or little of it is to be seen. */
function closeViews(list: EditList, facts: Facts): Item[] {
  return [...facts].flatMap(([source, { work }]) => {
    const zoomed = list.zooms.filter((zoom) => zoom.source === source);
    return work
      .filter(({ from, to }) => !zoomed.some((zoom) => zoom.from < to && zoom.to > from))
      .filter(({ from, to }) => list.clips.some((clip) => clip.source === source && Math.min(clip.to, to) - Math.max(clip.from, from) >= 3))
      .map(({ from, to, area }) => ({ id: `zoom ${source} ${from.toFixed(0)}`, source, from, to, label: null, area }));
  });
}

function zooms(items: readonly Item[]): Proposal[] {
  if (items.length === 0) return [];
  const sentence = `At ${count(items.length, 'place')} all that happens is in a small part of the picture. The view could go close there.`;
  return [{ kind: 'zooms', sentence, items, saves: 0 }];
}

const loudTakes = (facts: Facts): Item[] =>
  [...facts].flatMap(([source, { loudness: figure }]) =>
    figure !== null && Math.abs(figure - target) > heardDifference
      ? [{ id: `loudness ${source} ${figure.toFixed(0)}`, source, from: 0, to: 0, label: `${signed(figure)} LUFS` }]
      : [],
  );

function loudness(items: readonly Item[], facts: Facts): Proposal[] {
  const [first] = items;
  if (!first) return [];
  const found = facts.get(first.source)?.loudness ?? target;
  if (found < nothingHeard) {
    const sentence = `Hardly anything is heard in it (${first.label}). Finishing leaves that as it is.`;
    return [{ kind: 'loudness', sentence, items, saves: 0 }];
  }
  const word = found < target ? 'quieter' : 'louder';
  const sentence = `It was recorded ${word} (${first.label}) than videos usually are. Finishing brings it to −16 LUFS; there is nothing to do.`;
  return [{ kind: 'loudness', sentence, items, saves: 0 }];
}

function lessonParts(list: EditList, facts: Facts): Item[] {
  const source = list.clips[0]?.source ?? '';
  return partsOf(list, facts).map(({ from, to, title }) => ({ id: `part ${from.toFixed(0)}`, source, from, to, label: title }));
}

function parts(items: readonly Item[]): Proposal[] {
  if (items.length < 2) return [];
  const sentence = `This is long for one lesson. ${items.length} short ones could be made of it, at its steps.`;
  return [{ kind: 'parts', sentence, items, saves: 0 }];
}

/** All that could be done to an edit, from what is known of its takes, without what was `left`. Pure; nothing is changed. */
export function proposalsFor(
  list: EditList,
  facts: Facts,
  { rest }: Pick<SilenceChoice, 'rest'>,
  left: ReadonlySet<string> = new Set(),
): Proposal[] {
  const open = (items: readonly Item[]) => items.filter(({ id }) => !left.has(id));
  const said = [...facts].flatMap(([source, { transcript }]) => (transcript ? [{ source, ...transcript }] : []));
  const isSeen = seen(list);
  return [
    ...cuts('silences', open([...facts].flatMap(([source, { silences }]) => silenceCuts(list, source, silences, rest)))),
    ...cuts('fillers', open(said.flatMap(({ source, words, language }) => fillers(source, words, language)).filter(isSeen))),
    ...cuts('repeats', open(said.flatMap(({ source, words, language }) => repeats(source, words, language)).filter(isSeen))),
    ...noise(open(noisyRooms(list, facts))),
    ...zooms(open(closeViews(list, facts))),
    ...chapters(open(stepChapters(list, facts))),
    ...parts(open(lessonParts(list, facts))),
    ...loudness(open(loudTakes(facts)), facts),
  ];
}

/** The list with items of a proposal taken. Unchanged where taking it is not a change of the list, or would leave nothing. */
export function taken(list: EditList, kind: Proposal['kind'], items: readonly Item[], newId: () => string): EditList {
  switch (kind) {
    case 'silences':
    case 'fillers':
    case 'repeats': {
      const rest = items.reduce((edit, { source, from, to }) => cutOut(edit, source, from, to), list);
      return rest.clips.length > 0 ? rest : list;
    }
    case 'chapters': {
      const added = items.map(({ source, from, label }) => ({ id: newId(), source, at: from, title: label ?? '' }));
      return { ...list, chapters: [...list.chapters, ...added].slice(0, 500) };
    }
    case 'zooms': {
      const added = items.flatMap(({ source, from, to, area }) => (area ? [{ id: newId(), source, from, to, area, ease: usualEase }] : []));
      return { ...list, zooms: [...list.zooms, ...added].slice(0, mostZooms) };
    }
    case 'denoise':
      return { ...list, sound: { ...list.sound, denoise: true } };
    case 'parts':
    case 'loudness':
      return list;
  }
}
