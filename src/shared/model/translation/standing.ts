import { Block, sayBlock } from '../blocks/index.ts';
import { ModuleContent } from '../module.ts';
import { codeProblem, type Problem } from './codes.ts';
import type { Translation, Wording } from './translations.ts';
import { type Say, sayText, type Unit } from './wording.ts';

/** A text of a module, and how it stands in one language. */
export interface TextStanding {
  /** Null for title and objective, which stand in no block. */
  block: string | null;
  unit: Unit;
  /**
   * current: it says what the source says · outdated: the source was changed since · missing: nobody wrote it ·
   * broken: it cannot stand in the place of its source.
   */
  is: 'current' | 'outdated' | 'missing' | 'broken';
  /** What is written in the language; empty where nothing is. */
  text: string;
  /** How the source read when that was written, where it reads differently now. */
  was: string | null;
  problem: Problem | null;
}

/** Names that a question from elsewhere gave twice still name two things. */
function named(say: Say): Say {
  const seen = new Map<string, number>();
  return (unit) => {
    const times = (seen.get(unit.key) ?? 0) + 1;
    seen.set(unit.key, times);
    return say(times === 1 ? unit : { ...unit, key: `${unit.key}~${times}` });
  };
}

/** All texts of a block that read differently in another language. */
export function unitsOfBlock(block: Block): Unit[] {
  const units: Unit[] = [];
  sayBlock(
    block,
    named((unit) => {
      units.push(unit);
      return unit.text;
    }),
  );
  return units;
}

const headLines = ['title', 'objective'] as const;
type Head = Pick<ModuleContent, (typeof headLines)[number]>;

const sayHead = (head: Head, say: Say): Head => ({
  title: sayText(say, 'title', head.title),
  objective: sayText(say, 'objective', head.objective),
});

export function unitsOfHead(content: Head): Unit[] {
  const units: Unit[] = [];
  sayHead(content, (unit) => {
    units.push(unit);
    return unit.text;
  });
  return units;
}

/**
 * Which text belongs to which place. First those of the very words that stand there; then those of words that stand elsewhere
 * in the block by now, as after a row was put in above; what is left at its place is of words that were changed.
 */
export function textsFor(units: readonly Unit[], known: Readonly<Record<string, Wording>> = {}): Map<string, Wording> {
  const left = new Map(Object.entries(known));
  const found = new Map<string, Wording>();
  const take = (unit: Unit, key: string | undefined) => {
    const text = key === undefined ? undefined : left.get(key);
    if (key === undefined || !text) return;
    left.delete(key);
    found.set(unit.key, text);
  };
  for (const unit of units) if (left.get(unit.key)?.from === unit.text) take(unit, unit.key);
  for (const unit of units) if (!found.has(unit.key)) take(unit, [...left].find(([, { from }]) => from === unit.text)?.[0]);
  for (const unit of units) if (!found.has(unit.key)) take(unit, unit.key);
  return found;
}

function judged(block: string | null, unit: Unit, wording: Wording | undefined, fits: (unit: Unit, text: string) => boolean): TextStanding {
  const text = wording?.text ?? '';
  if (!wording || text.trim() === '') return { block, unit, is: 'missing', text, was: null, problem: null };
  const was = wording.from === unit.text ? null : wording.from;
  const problem = codeProblem(text, unit.codes) ?? (fits(unit, text) ? null : 'does-not-fit');
  return { block, unit, is: problem ? 'broken' : was === null ? 'current' : 'outdated', text, was, problem };
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ' ');

/** Says what is written for each text, and the source where nothing is. */
const sayWith = (texts: ReadonlyMap<string, string>): Say =>
  named((unit) => {
    const text = texts.get(unit.key);
    return text === undefined ? unit.text : unit.lines ? text : oneLine(text);
  });

/** The block in other words; null where the model has no room for them. */
export const blockIn = (block: Block, texts: ReadonlyMap<string, string>): Block | null =>
  Block.safeParse(sayBlock(block, sayWith(texts))).data ?? null;

export const sayHeadWith = (content: Head, texts: ReadonlyMap<string, string>): Head => sayHead(content, sayWith(texts));

function blockStandings(block: Block, known: Readonly<Record<string, Wording>> | undefined): TextStanding[] {
  const units = unitsOfBlock(block);
  const texts = textsFor(units, known);
  // Looked at one by one only where something does not fit: a block is checked as a whole.
  const sound = units.flatMap((unit): [string, string][] => {
    const text = texts.get(unit.key)?.text ?? '';
    return text.trim() === '' || codeProblem(text, unit.codes) ? [] : [[unit.key, text]];
  });
  const whole = sound.length === 0 || blockIn(block, new Map(sound)) !== null;
  return units.map((unit) =>
    judged(block.attrs.id, unit, texts.get(unit.key), ({ key }, text) => whole || blockIn(block, new Map([[key, text]])) !== null),
  );
}

export function headStandings(content: Head, known: Readonly<Record<string, Wording>> | undefined): TextStanding[] {
  const units = unitsOfHead(content);
  const texts = textsFor(units, known);
  const fits = ({ key }: Unit, text: string) => ModuleContent.shape[key === 'title' ? 'title' : 'objective'].safeParse(text).success;
  return units.map((unit) => judged(null, unit, texts.get(unit.key), fits));
}

/** Every text of a module in the order in which one meets them, and how each stands in a language. */
export function standingsIn(content: ModuleContent, translation: Translation | undefined): TextStanding[] {
  return [
    ...headStandings(content, translation?.head),
    ...content.body.content.flatMap((block) => blockStandings(block, translation?.blocks[block.attrs.id])),
  ];
}

export interface Progress {
  all: number;
  current: number;
  outdated: number;
  missing: number;
  broken: number;
}

export function progressOf(standings: readonly TextStanding[]): Progress {
  const count = (is: TextStanding['is']) => standings.filter((one) => one.is === is).length;
  return {
    all: standings.length,
    current: count('current'),
    outdated: count('outdated'),
    missing: count('missing'),
    broken: count('broken'),
  };
}
