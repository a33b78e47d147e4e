import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ModuleContent } from '../../../../src/shared/model/module.ts';
import { textsOfTaken, withTakenTexts } from '../../../../src/shared/model/translation/taken.ts';
import { maxLanguages, noTexts } from '../../../../src/shared/model/translation/translations.ts';

const [ring, till] = [randomUUID(), randomUUID()];
const line = (id: string, text: string) => ({ type: 'paragraph' as const, attrs: { id }, content: [{ type: 'text' as const, text }] });
const module = (language: string, more: Partial<ModuleContent> = {}): ModuleContent => ({
  title: 'Bearings',
  objective: '',
  language,
  body: { type: 'doc', content: [line(ring, 'Warm the ring.'), line(till, 'Count.')] },
  ...more,
});
const texts = (from: string, text: string) => ({ text: { from, text } });
const german = texts('Warm the ring.', 'Den Ring wärmen.');

test('of a block that is taken come its texts in every language that has any, outdated ones too', () => {
  const old = texts('Heat the ring.', 'Chauffer la bague.');
  const translations = {
    de: { head: {}, blocks: { [ring]: german, [till]: texts('Count.', 'Zählen.') } },
    fr: { head: {}, blocks: { [ring]: old } },
    it: noTexts,
  };
  expect(textsOfTaken(module('en', { translations }), ring)).toEqual({ de: german, fr: old });
  expect(textsOfTaken(module('en'), ring)).toEqual({});
});

test('texts come beside a block, begin a language where there is none, and leave those of other blocks alone', () => {
  const here = { de: { head: texts('Bearings', 'Lager'), blocks: { [till]: texts('Count.', 'Zählen.') } } };
  const french = texts('Warm the ring.', 'Chauffer la bague.');
  const taken = withTakenTexts(module('en', { translations: here }), ring, { de: german, fr: french });
  expect(taken.translations).toEqual({
    de: { head: here.de.head, blocks: { ...here.de.blocks, [ring]: german } },
    fr: { head: {}, blocks: { [ring]: french } },
  });
});

test('a module is not translated into its own language, has no more languages than it may, and stays itself where nothing comes', () => {
  const content = module('de');
  expect(withTakenTexts(content, ring, { de: german })).toBe(content);
  expect(withTakenTexts(content, ring, {})).toBe(content);
  const full = module('en', {
    translations: Object.fromEntries(Array.from({ length: maxLanguages }, (_, index) => [`de-x${index}a`, noTexts])),
  });
  expect(withTakenTexts(full, ring, { fr: german })).toBe(full);
});
