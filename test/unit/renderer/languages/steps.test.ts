import { describe, expect, test } from 'vitest';
import { replay, type Step, withStep } from '../../../../src/renderer/features/languages/steps.ts';
import { canonicalJson } from '../../../../src/shared/model/module.ts';
import { addLanguage, setText, textAt } from '../../../../src/shared/model/translation/change.ts';
import { contentOf, idOf, text } from '../../shared/difference/documents.ts';
import { translated } from '../../shared/translation/every-block.ts';

const place = { block: idOf(1), key: 'text' };
const bare = contentOf([text(1, 'Pull the plug'), text(2, 'Wait')]);
const wording = (words: string) => ({ from: 'Pull the plug', text: words });
const typed = (words: string, at: number, before: string | null = null): Extract<Step, { is: 'text' }> => ({
  is: 'text',
  language: 'de',
  place,
  before: before === null ? null : wording(before),
  after: wording(words),
  at,
});

describe('steps of writing in another language', () => {
  test.each<[string, Step, ReturnType<typeof translated>]>([
    ['a text', typed('Stecker ziehen', 0), addLanguage(bare, 'de')],
    ['a language begun', { is: 'added', language: 'de' }, bare],
    [
      'a language taken out',
      { is: 'removed', language: 'de', translation: translated(bare).translations?.de ?? { head: {}, blocks: {} } },
      translated(bare),
    ],
    ['another source', { is: 'source', before: 'en', after: 'nl' }, bare],
  ])('%s is taken back to the letter, and done again', (_, step, before) => {
    const after = replay(before, step, false);
    expect(canonicalJson(after)).not.toBe(canonicalJson(before));
    expect(canonicalJson(replay(after, step, true))).toBe(canonicalJson(before));
    expect(canonicalJson(replay(replay(after, step, true), step, false))).toBe(canonicalJson(after));
  });

  test('typing on is one step, a rest or another text begins a new one', () => {
    const typing = [typed('S', 0), typed('St', 300, 'S'), typed('Ste', 1800, 'St')].reduce<Step[]>(withStep, []);
    expect(typing).toMatchObject([
      { before: null, after: { text: 'St' } },
      { before: { text: 'St' }, after: { text: 'Ste' } },
    ]);
    const elsewhere: Step = { ...typed('W', 400), place: { block: idOf(2), key: 'text' } };
    expect(withStep([typed('S', 0)], elsewhere)).toHaveLength(2);
  });

  test('leave alone what another window wrote in the place meanwhile', () => {
    const theirs = setText(bare, 'de', place, wording('Netz trennen'));
    expect(textAt(replay(theirs, typed('Stecker ziehen', 0), true), 'de', place)?.text).toBe('Netz trennen');
  });
});
