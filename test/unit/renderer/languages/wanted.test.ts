import { expect, it } from 'vitest';
import { hasLanguage, tagOf } from '../../../../src/renderer/features/languages/wanted.ts';
import { noTexts } from '../../../../src/shared/model/translation/translations.ts';

it('takes a language for the same however its tag is written', () => {
  expect(['pt-br', ' PT-BR ', 'zh-hant', 'de', 'nl'].map(tagOf)).toEqual(['pt-BR', 'pt-BR', 'zh-Hant', 'de', 'nl']);
  expect(['', 'Portuguese', 'a', 'x y', '--'].map(tagOf)).toEqual([null, null, null, null, null]);
});

it('finds a language that a lesson has already, also one of before that was written otherwise', () => {
  const content = { language: 'en', translations: { 'pt-BR': noTexts, 'zh-hant': noTexts } };
  expect(['en', 'pt-BR', 'zh-Hant'].map((tag) => hasLanguage(content, tag))).toEqual([true, true, true]);
  expect(['pt', 'de'].map((tag) => hasLanguage(content, tag))).toEqual([false, false]);
});
