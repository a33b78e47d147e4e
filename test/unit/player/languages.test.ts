import { describe, expect, test } from 'vitest';
import { renderModule } from '../../../src/player/render/module.ts';
import { en } from '../../../src/player/words/en.ts';
import { playerLanguageFor, playerLanguages, wordsIn } from '../../../src/player/words/index.ts';
import { everything, translated } from '../shared/translation/every-block.ts';
import { author } from './sample.ts';

const media = (name: string) => `/media/${name}`;
const inGerman = translated(everything);
const render = (content = inGerman, language = 'de', speaks = playerLanguageFor([language])) =>
  renderModule({ content, author, media, language, speaks });
/** The opening tags of the blocks of a module, by place. */
const blockTags = (html: string) => html.match(/<[a-z-]+ [^>]*data-block="[^>]*>/g)?.filter((tag) => tag.includes(' id="block-')) ?? [];

describe('a module in a learner’s language', () => {
  test('says in which, from beginning to end, and nothing in another', () => {
    const html = render();
    expect(html).toMatch(/^<article class="showhow-module" lang="de" dir="ltr" data-words="de">/);
    expect(html.match(/ lang="/g)).toHaveLength(1);
    expect(html).toContain('<h1>CLOSING THE TILL</h1>');
    expect(html).toContain('PRESS <strong>SAVE</strong>, THEN READ <a');
    expect(html).toContain('>Eine Antwort wählen.<');
  });

  test('carries the question in the same language, so that a gap takes its answers', () => {
    expect(render()).toContain('&quot;accepts&quot;:[&quot;RED&quot;,&quot;CRIMSON&quot;]');
  });

  test('marks the parts that are still in the module’s own language, and only those', () => {
    const content = { ...inGerman, title: 'Closing early' };
    const steps = content.body.content.map((block) =>
      block.type === 'reflection' ? { ...block, attrs: { ...block.attrs, question: 'Since when do you count?' } } : block,
    );
    const html = render({ ...content, body: { ...content.body, content: steps } });
    expect(html).toContain('<h1 lang="en" dir="ltr">Closing early</h1>');
    const foreign = blockTags(html).filter((tag) => tag.includes('lang="en"'));
    expect(foreign).toHaveLength(1);
    expect(foreign[0]).toMatch(/^<showhow-reflection /);
    expect(html).toContain('lang="de" dir="ltr">Was hier geschrieben wird');
  });

  test('that runs from right to left does so, with the player’s own words as they run', () => {
    const content = translated(everything, 'ar', () => 'مرحبا');
    const html = render(content, 'ar', playerLanguageFor(['ar']));
    expect(html).toMatch(/^<article class="showhow-module" lang="ar" dir="rtl" data-words="en">/);
    expect(html).toContain('<button type="submit" lang="en" dir="ltr">Check</button>');
    expect(html).toContain('<pre tabindex="0" aria-label="SQL" role="group" dir="ltr">');
  });

  test('of which it has nothing is its own', () => {
    expect(render(everything, 'fr', 'fr')).toMatch(/^<article class="showhow-module" lang="en" dir="ltr" data-words="fr">/);
  });
});

describe('the player’s words', () => {
  /** What a sentence reads like with numbers and names in it. */
  const spoken = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'function') return [String(value(2, 3, 4)), String(value(1, 3, 4))];
    return Object.values(value as object).flatMap(spoken);
  };

  test.each(playerLanguages)('are all there in %s, with what is put into them', (language) => {
    const words = wordsIn(language);
    expect(Object.keys(words)).toEqual(Object.keys(en));
    for (const sentence of spoken(words)) {
      expect(sentence.trim()).not.toBe('');
      expect(sentence).not.toMatch(/undefined|NaN|!/);
    }
    for (const [name, value] of Object.entries(words)) {
      if (typeof value !== 'function' || name === 'minutes') continue;
      const numbers = (text: string) => [...text.matchAll(/\d/g)].map(([digit]) => digit).sort();
      expect(numbers(String((value as (...all: number[]) => string)(5, 7, 9)))).toEqual(
        numbers(String((en[name as keyof typeof en] as unknown as (...all: number[]) => string)(5, 7, 9))),
      );
    }
  });

  test('count as each language does', () => {
    expect(playerLanguages.map((language) => [wordsIn(language).minutes(1), wordsIn(language).minutes(5)])).toEqual([
      ['1 minute', '5 minutes'],
      ['1 Minute', '5 Minuten'],
      ['1 minute', '5 minutes'],
      ['1 minuto', '5 minutos'],
      ['1 minuto', '5 minutos'],
      ['1 minuto', '5 minuti'],
    ]);
    expect(wordsIn('de').partly(1, 3)).toContain('1 von 3 ist richtig');
    expect(wordsIn('fr').ticked(0, 3)).toBe('0 sur 3 fait');
  });

  test('are those nearest to what someone reads, and English else', () => {
    expect([['de-AT'], ['ar', 'pt-PT'], ['ja'], []].map(playerLanguageFor)).toEqual(['de', 'pt', 'en', 'en']);
  });
});
