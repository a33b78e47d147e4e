import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EditList, wholeSource } from '../../../../src/shared/model/edit/list.ts';
import { clipsDuration } from '../../../../src/shared/model/edit/time.ts';
import { type Facts, type SpokenWord, type TakeFacts, thresholdFor } from '../../../../src/shared/model/proposals/facts.ts';
import { fillerLanguages, fillers } from '../../../../src/shared/model/proposals/fillers.ts';
import type { Kind } from '../../../../src/shared/model/proposals/proposal.ts';
import { proposalsFor, taken } from '../../../../src/shared/model/proposals/proposals.ts';
import { repeats } from '../../../../src/shared/model/proposals/repeats.ts';
import { silenceCuts } from '../../../../src/shared/model/proposals/silence-cuts.ts';
import { partList, partsOf } from '../../../../src/shared/model/proposals/steps.ts';

const whole = wholeSource('take', 600, 'a');
const nothing: TakeFacts = { marks: [], loudness: null, noise: null, hasVoice: true, silences: [], work: [], transcript: null };
const facts = (known: Partial<TakeFacts>): Facts => new Map([['take', { ...nothing, ...known }]]);
const rest = 0.5;
let made = 0;
const newId = () => {
  made += 1;
  return `new-${made}`;
};

/** Words a third of a second each; a bar is a pause of half a second. */
function spoken(text: string): SpokenWord[] {
  let at = 1;
  return text.split(' ').flatMap((word) => {
    if (word === '|') {
      at += 0.5;
      return [];
    }
    at += 0.35;
    return [{ text: word, from: at - 0.35, to: at - 0.05 }];
  });
}
const labels = (items: readonly { label: string | null }[]) => items.map(({ label }) => label);

test('a silence is shortened to its rest, half of it on either side', () => {
  expect(silenceCuts(whole, 'take', [{ from: 10, to: 13 }], rest)).toMatchObject([{ from: 10.25, to: 12.75 }]);
  expect(silenceCuts(whole, 'take', [{ from: 10, to: 10.8 }], rest)).toEqual([]);
});

test('at an end of a clip no rest is kept on the side where nothing is said, and a clip of silence is left alone', () => {
  const list = {
    ...whole,
    clips: [
      { id: 'a', source: 'take', from: 10, to: 20 },
      { id: 'b', source: 'take', from: 30, to: 33 },
    ],
  };
  const found = silenceCuts(
    list,
    'take',
    [
      { from: 5, to: 13 },
      { from: 18, to: 25 },
      { from: 29, to: 40 },
    ],
    rest,
  );
  expect(found.map(({ from, to }) => [from, to])).toEqual([
    [10, 12.75],
    [18.25, 20],
  ]);
});

test('the threshold lies a little above the room, and never where speech is', () => {
  expect([thresholdFor(-60), thresholdFor(-48), thresholdFor(-20), thresholdFor(null)]).toEqual([-52, -40, -34, -42]);
});

test('filler words are found in each language, phrases only where pauses set them off', () => {
  expect(fillerLanguages).toEqual(['en', 'de', 'fr', 'es', 'pt', 'it']);
  expect(labels(fillers('take', spoken('Now um we press it and | you know | it opens'), 'en-GB'))).toEqual(['um', 'you know']);
  expect(labels(fillers('take', spoken('You know what I mean like this'), 'en'))).toEqual([]);
  expect(labels(fillers('take', spoken('Das ist ähm die Liste | also | hier'), 'de-CH'))).toEqual(['ähm', 'also']);
  expect(labels(fillers('take', spoken('Ici euh on clique'), 'fr'))).toEqual(['euh']);
  expect(labels(fillers('take', spoken('Aquí | o sea | se abre'), 'es'))).toEqual(['o sea']);
  expect(labels(fillers('take', spoken('Aqui hã abre'), 'pt-BR'))).toEqual(['hã']);
  expect(labels(fillers('take', spoken('Qui ehm si apre'), 'it'))).toEqual(['ehm']);
  expect(fillers('take', spoken('Um uh er'), 'sv')).toEqual([]);
});

test('a beginning said twice goes once, words doubled on purpose stay', () => {
  expect(repeats('take', spoken('We go to | we go to the settings'), 'en')).toMatchObject([{ label: 'We go to', from: 1 }]);
  expect(labels(repeats('take', spoken('This is very very good and I I press it'), 'en'))).toEqual(['I']);
  expect(repeats('take', spoken('Code 4 4 7 7'), 'en')).toEqual([]);
});

test('a word whose time was only worked out is never cut', () => {
  const guessed = spoken('Now um um we').map((word) => ({ ...word, guessed: true as const }));
  expect([...fillers('take', guessed, 'en'), ...repeats('take', guessed, 'en')]).toEqual([]);
});

test('steps become chapters, the beginning being the first, and none is made twice', () => {
  const known = facts({ marks: [100, 300] });
  const [proposal] = proposalsFor(whole, known, { rest }).filter(({ kind }) => kind === 'chapters');
  expect(labels(proposal?.items ?? [])).toEqual(['Step 1', 'Step 2', 'Step 3']);
  const list = taken(whole, 'chapters', proposal?.items ?? [], newId);
  expect(list.chapters.map(({ at }) => at)).toEqual([0, 100, 300]);
  expect(proposalsFor(list, known, { rest }).some(({ kind }) => kind === 'chapters')).toBe(false);
});

test('a long lesson is parted at its steps, short ones go with the one before, and together the parts are the whole', () => {
  const known = facts({ marks: [20, 100, 130, 300, 590] });
  const parts = partsOf(whole, known);
  expect(parts.map(({ from, to }) => [from, to])).toEqual([
    [0, 100],
    [100, 300],
    [300, 600],
  ]);
  const lengths = parts.map((part) => clipsDuration(partList(whole, part)));
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBeCloseTo(600);
  expect(partsOf(wholeSource('take', 200, 'a'), known)).toEqual([]);
});

test('noise is proposed where a voice was recorded in it, and once', () => {
  const kinds = (list: EditList, known: Facts) => proposalsFor(list, known, { rest }).map(({ kind }) => kind);
  expect(kinds(whole, facts({ noise: -40 }))).toEqual(['denoise']);
  expect(kinds(whole, facts({ noise: -40, hasVoice: false }))).toEqual([]);
  expect(kinds(whole, facts({ noise: -70 }))).toEqual([]);
  expect(kinds(taken(whole, 'denoise', [], newId), facts({ noise: -40 }))).toEqual([]);
});

test('going close is proposed where the work is seen, not where the view is close already, and taking it adds the zooms', () => {
  const area = { x: 0.1, y: 0.2, width: 0.4, height: 0.4 };
  const known = facts({
    work: [
      { from: 10, to: 30, area },
      { from: 700, to: 720, area },
    ],
  });
  const proposalOf = (list: EditList) => proposalsFor(list, known, { rest }).find(({ kind }) => kind === 'zooms');
  const found = proposalOf(whole);
  expect(found?.items).toMatchObject([{ from: 10, to: 30, area }]);
  const list = taken(whole, 'zooms', found?.items ?? [], newId);
  expect(EditList.parse(list).zooms).toMatchObject([{ source: 'take', from: 10, to: 30, area }]);
  expect(proposalOf(list)).toBeUndefined();
});

test('loudness is explained where it is off, in both directions', () => {
  const sentence = (loudness: number) => proposalsFor(whole, facts({ loudness }), { rest })[0]?.sentence;
  expect(sentence(-29)).toContain('quieter (−29 LUFS)');
  expect(sentence(-9)).toContain('louder');
  expect(sentence(-64)).toContain('Hardly anything is heard');
  expect(sentence(-16.5)).toBeUndefined();
});

test('what was left is not proposed again, the rest of it is', () => {
  const known = facts({
    silences: [
      { from: 10, to: 13 },
      { from: 50, to: 54 },
    ],
  });
  const [all] = proposalsFor(whole, known, { rest });
  const [one] = proposalsFor(whole, known, { rest }, new Set([all?.items[0]?.id ?? '']));
  expect(one).toMatchObject({ sentence: '1 silence could be shorter.', saves: 3.5 });
  expect(one?.items.map(({ from }) => from)).toEqual([50.25]);
});

test('taking any of the proposals leaves a list that reads, shorter by what was said, and nothing of them to propose', () => {
  const silence = fc.tuple(fc.double({ min: 0, max: 590, noNaN: true }), fc.double({ min: 0.9, max: 9, noNaN: true }));
  fc.assert(
    fc.property(
      fc.array(silence, { maxLength: 12 }),
      fc.array(fc.double({ min: 1, max: 599, noNaN: true }), { maxLength: 5 }),
      (quiet, marks) => {
        const sorted = quiet.map(([from, length]) => ({ from, to: from + length })).sort((a, b) => a.from - b.from);
        const silences = sorted.filter(({ from }, index) => sorted.slice(0, index).every(({ to }) => to + 0.5 < from));
        const known = facts({ silences, marks: [...marks].sort((a, b) => a - b), noise: -40 });
        let list: EditList = whole;
        for (const kind of ['silences', 'chapters', 'denoise'] satisfies Kind[]) {
          const found = proposalsFor(list, known, { rest }).find((proposal) => proposal.kind === kind);
          const next = taken(list, kind, found?.items ?? [], newId);
          expect(clipsDuration(list) - clipsDuration(next)).toBeCloseTo(found?.saves ?? 0, 1);
          list = next;
          expect(EditList.parse(list)).toEqual(list);
        }
        expect(proposalsFor(list, known, { rest }).filter(({ kind }) => kind === 'silences' || kind === 'denoise')).toEqual([]);
      },
    ),
  );
});
