import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, blockTypes, sayBlock, textsOfBlock } from '../../../../src/shared/model/blocks/index.ts';
import { differenceBetween } from '../../../../src/shared/model/difference/difference.ts';
import { sentencesOf, summaryOf } from '../../../../src/shared/model/difference/words.ts';
import { mergeContents } from '../../../../src/shared/model/merge/merge.ts';
import { canonicalJson, ModuleContent } from '../../../../src/shared/model/module.ts';
import { addLanguage, removeLanguage, setText, textAt, withoutOrphans } from '../../../../src/shared/model/translation/change.ts';
import { codeProblem, escapeCodes, segmentsOf, withoutCodes } from '../../../../src/shared/model/translation/codes.ts';
import { bestOf, directionOf, languageName } from '../../../../src/shared/model/translation/language.ts';
import { headIn, languagesOf, localize } from '../../../../src/shared/model/translation/localize.ts';
import { progressOf, standingsIn, unitsOfBlock } from '../../../../src/shared/model/translation/standing.ts';
import { anyContent, contentOf, idOf, text } from '../difference/documents.ts';
import { everyBlock, everything, translated } from './every-block.ts';

const german = (content: ModuleContent) => content.translations?.de;
const standings = (content: ModuleContent) => standingsIn(content, german(content));
const openIn = (content: ModuleContent) => standings(content).filter(({ is }) => is !== 'current');
const withBlocks = (content: ModuleContent, change: (blocks: Block[]) => Block[]): ModuleContent =>
  ModuleContent.parse({ ...content, body: { ...content.body, content: change(structuredClone(content.body.content)) } });

describe('the texts of a block', () => {
  test('are asked of every kind there is', () => {
    expect(new Set(everyBlock.map(({ type }) => type))).toEqual(new Set(blockTypes));
  });

  test('hold all its words but code and names of people', () => {
    for (const block of everyBlock) {
      const all = unitsOfBlock(block)
        .map(({ text: words }) => withoutCodes(words))
        .join(' ');
      for (const words of textsOfBlock(block)) {
        if (block.type === 'codeBlock' || words === 'Mara') continue;
        for (const word of words.split(/[\s,.]+/u)) expect(all).toContain(word);
      }
    }
  });

  test('have a name each, and none twice', () => {
    for (const block of everyBlock) {
      const keys = unitsOfBlock(block).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('said as they are give back the block', () => {
    fc.assert(
      fc.property(anyContent, ({ body }) => {
        for (const block of body.content) expect(sayBlock(block, ({ text: words }) => words)).toEqual(block);
      }),
      { numRuns: 50 },
    );
    for (const block of everyBlock) expect(sayBlock(block, ({ text: words }) => words)).toEqual(block);
  });
});

describe('marks in a translation', () => {
  const [paragraph] = everyBlock;
  const [unit] = paragraph ? unitsOfBlock(paragraph) : [];

  test('stand as numbers, and words that look like one are told from them', () => {
    expect(unit?.text).toBe('Press <1>Save</1>, then read <2>the rules</2>\nand write \\<1> in the field.');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('<1>', '</1>', '<2/>', '\\', 'a', ' ')), (parts) => {
        const words = parts.join('');
        expect(segmentsOf(escapeCodes(words))).toEqual(words === '' ? [] : [{ text: words, in: null }]);
        expect(withoutCodes(escapeCodes(words))).toBe(words);
      }),
    );
  });

  test('are no words: what is read without them has a space for a gap, and of one left open the text as it is', () => {
    expect(withoutCodes(unit?.text ?? '')).toBe('Press Save, then read the rules\nand write <1> in the field.');
    expect(withoutCodes('Warm it for<1/>minutes')).toBe('Warm it for minutes');
    expect(withoutCodes('Press <1>Save')).toBe('Press <1>Save');
  });

  test.each([
    ['<1>Sichern</1> und <2>die Regeln</2>', null],
    ['<2>Die Regeln</2> lesen, dann <1>Sichern</1>', null],
    ['<1>Sichern</1> und die Regeln', 'code-missing'],
    ['<1>Sichern</1> <2>a</2> <3>b</3>', 'code-unknown'],
    ['<1>Sichern</1> <1>noch</1> <2>a</2>', 'code-twice'],
    ['<1>Sichern <2>a</2></1>', 'code-open'],
    ['<1>Sichern <2>a</2>', 'code-open'],
    ['<1/> <2>a</2>', 'code-unknown'],
  ])('%s: %s', (words, problem) => {
    expect(codeProblem(words, unit?.codes ?? [])).toBe(problem);
  });

  test('are the source’s own, wherever they stand: an address cannot be changed', () => {
    const content = setText(
      contentOf([paragraph as Block]),
      'de',
      { block: idOf(0), key: unit?.key ?? '' },
      { from: unit?.text ?? '', text: '<2>Regeln</2> lesen,\n<1>Sichern</1> drücken, \\<1> schreiben' },
    );
    expect(localize(content, 'de').content.body.content[0]).toMatchObject({
      content: [
        { text: 'Regeln', marks: [{ type: 'link', attrs: { href: 'https://intranet.example/till' } }] },
        { text: ' lesen,' },
        { type: 'hardBreak' },
        { text: 'Sichern', marks: [{ type: 'bold' }] },
        { text: ' drücken, <1> schreiben' },
      ],
    });
  });
});

describe('a module in another language', () => {
  test('has title and objective on a card each under the language it is in', () => {
    const content = contentOf([]);
    const english = (words: string) => ({ words, language: 'en' });
    expect(headIn(content, 'de')).toEqual({ title: english(content.title), objective: english(content.objective) });
    for (const [line, other] of [['title', 'objective'] as const, ['objective', 'title'] as const]) {
      const half = setText(content, 'de', { block: null, key: line }, { from: content[line], text: 'Auf Deutsch' });
      expect(headIn(half, 'de')).toEqual({ [line]: { words: 'Auf Deutsch', language: 'de' }, [other]: english(content[other]) });
    }
  });

  test('reads in it from beginning to end, with everything else as it was', () => {
    const content = ModuleContent.parse(translated(everything));
    expect(openIn(content)).toEqual([]);
    const { content: read, foreign } = localize(content, 'de');
    expect(foreign).toEqual(new Set());
    expect(read.title).toBe('CLOSING THE TILL');
    expect(read.language).toBe('de');
    for (const [index, block] of read.body.content.entries()) {
      const source = everyBlock[index];
      if (!source || source.type === 'codeBlock') continue;
      expect(textsOfBlock(block).join(' ')).toBe(textsOfBlock(source).join(' ').toUpperCase().replace('MARA', 'Mara'));
    }
    const lowered = (value: unknown) => JSON.stringify(value).toLowerCase();
    expect(lowered(read.body)).toBe(lowered(everything.body));
  });

  test('puts the gaps of a text where the language wants them, with the answers of that language', () => {
    const fill = everyBlock.find((block) => block.type === 'quiz' && block.attrs.quiz.kind === 'fill') as Block;
    let content = translated(contentOf([fill]));
    const units = unitsOfBlock(fill);
    const write = (key: string, words: string) => {
      const from = units.find((unit) => unit.key === key)?.text ?? '';
      content = setText(content, 'de', { block: fill.attrs.id, key }, { from, text: words });
    };
    write('parts', '<2/> stoppt der <1/> Knopf');
    write('gap.g.accepts', 'rote\nknallrote\nfeuerrote');
    const [block] = localize(content, 'de').content.body.content;
    expect(block).toMatchObject({
      attrs: {
        quiz: {
          parts: [{ id: 'h' }, { text: ' stoppt der ' }, { id: 'g', accepts: ['rote', 'knallrote', 'feuerrote'] }, { text: ' Knopf' }],
        },
      },
    });
  });

  test('shows a part whole in its own language where one text of it is missing or outdated', () => {
    const [, second] = everyBlock;
    const content = translated(everything);
    const steps = content.body.content.find(({ type }) => type === 'steps');
    const changed = withBlocks(content, (blocks) => {
      for (const block of blocks) if (block.type === 'steps' && block.attrs.steps[0]) block.attrs.steps[0].heading = 'Open it wide';
      return blocks;
    });
    const { content: read, foreign } = localize({ ...changed, title: 'Closing early' }, 'de');
    expect(foreign).toEqual(new Set([steps?.attrs.id, 'title']));
    expect(read.title).toBe('Closing early');
    expect(read.body.content.find(({ type }) => type === 'steps')).toEqual(changed.body.content.find(({ type }) => type === 'steps'));
    expect(textsOfBlock(read.body.content[1] as Block)).toEqual(textsOfBlock(second as Block).map((words) => words.toUpperCase()));
  });

  test('is offered only once something of it can be read', () => {
    expect(languagesOf(addLanguage(everything, 'de'))).toEqual(['en']);
    expect(languagesOf(translated(everything))).toEqual(['en', 'de']);
    expect(localize(everything, 'fr').content).toBe(everything);
  });
});

describe('a source that changes', () => {
  test('makes outdated what was written for it, says how it read, and nothing else', () => {
    const content = withBlocks(translated(everything), (blocks) => {
      for (const block of blocks)
        if (block.type === 'quiz' && block.attrs.quiz.kind === 'single') block.attrs.quiz.question = 'What second?';
      return blocks;
    });
    expect(openIn(content)).toMatchObject([{ is: 'outdated', was: 'What first?', text: 'WHAT FIRST?', unit: { key: 'question' } }]);
  });

  test('keeps what was written when it is put right again', () => {
    const before = translated(contentOf([text(1, 'Pull the plug')]));
    const other = { ...before, body: contentOf([text(1, 'Pull the red plug')]).body };
    expect(progressOf(standings(other))).toMatchObject({ outdated: 1 });
    expect(openIn({ ...withoutOrphans(other), body: before.body })).toEqual([]);
  });

  test('moved within its block takes its words along', () => {
    const rows = (...lines: string[]): Block => ({
      type: 'blockquote',
      attrs: { id: idOf(1) },
      content: lines.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })),
    });
    const content = {
      ...translated(contentOf([rows('one', 'two', 'three')])),
      body: contentOf([rows('zero', 'two', 'one', 'THREE')]).body,
    };
    expect(standings(content).map(({ is, text: words }) => [is, words])).toEqual([
      ['current', 'BLADE'],
      ['current', 'SAFELY'],
      ['missing', ''],
      ['current', 'TWO'],
      ['current', 'ONE'],
      ['missing', ''],
    ]);
  });

  test('and was taken out takes its translations along', () => {
    const content = translated(contentOf([text(1, 'Stay'), text(2, 'Secret')]));
    const without = withoutOrphans({ ...content, body: contentOf([text(1, 'Stay')]).body });
    expect(JSON.stringify(without)).not.toMatch(/secret/i);
    expect(openIn(without)).toEqual([]);
    expect(withoutOrphans(content)).toBe(content);
  });
});

describe('writing a translation', () => {
  test('goes only where there is a text', () => {
    const content = contentOf([text(1, 'Stay')]);
    expect(setText(content, 'de', { block: idOf(1), key: 'nowhere' }, { from: 'a', text: 'b' })).toBe(content);
    expect(setText(content, 'de', { block: idOf(9), key: 'text' }, { from: 'a', text: 'b' })).toBe(content);
  });

  test('and taking it away again gives back the very module', () => {
    const content = contentOf([text(1, 'Stay')]);
    const place = { block: idOf(1), key: 'text' };
    const written = setText(addLanguage(content, 'de'), 'de', place, { from: 'Stay', text: 'Bleib' });
    expect(textAt(written, 'de', place)).toEqual({ from: 'Stay', text: 'Bleib' });
    expect(canonicalJson(removeLanguage(setText(written, 'de', place, null), 'de'))).toBe(canonicalJson(content));
  });

  test('too long for its place is not shown', () => {
    const content = setText(contentOf([]), 'de', { block: null, key: 'title' }, { from: 'Blade', text: 'x'.repeat(200) });
    expect(standings(content)[0]).toMatchObject({ is: 'broken', problem: 'does-not-fit' });
    expect(localize(content, 'de').content.title).toBe('Blade');
  });
});

test('a module without translations keeps the hash it always had', () => {
  const hash = createHash('sha256')
    .update(canonicalJson(ModuleContent.parse(everything)))
    .digest('hex');
  expect(hash).toBe('228d36000d4c764df73c952bb89499545a98e8dfdc392df69e4f34b4451c2688');
});

describe('two windows', () => {
  const base = translated(contentOf([text(1, 'Pull the plug'), text(2, 'Wait here')]));
  const write = (content: ModuleContent, n: number, words: string, from = '') =>
    setText(content, 'de', { block: idOf(n), key: 'text' }, { from: from || (n === 1 ? 'Pull the plug' : 'Wait here'), text: words });

  test('that translate different texts both count, in either order', () => {
    const [mine, theirs] = [write(base, 1, 'Zieh den Stecker'), write(base, 2, 'Warte hier')];
    const merged = mergeContents(base, mine, theirs);
    expect(merged.kept).toEqual([]);
    expect(canonicalJson(merged.content)).toBe(canonicalJson(write(write(base, 1, 'Zieh den Stecker'), 2, 'Warte hier')));
    expect(canonicalJson(mergeContents(base, theirs, mine).content)).toBe(canonicalJson(merged.content));
  });

  test('of which one writes and one translates both count', () => {
    const merged = mergeContents(base, write(base, 1, 'Stecker ziehen'), {
      ...base,
      body: contentOf([text(1, 'Pull the plug'), text(2, 'Go')]).body,
    });
    expect(standings(merged.content).map(({ is }) => is)).toEqual(['current', 'current', 'current', 'outdated']);
  });

  test('that write the same text differently keep one and say the other', () => {
    const merged = mergeContents(base, write(base, 1, 'Stecker ziehen'), write(base, 1, 'Netz trennen'));
    expect(merged.kept).toEqual([{ is: 'wording', language: 'de', theirs: 'Netz trennen' }]);
    expect(textAt(merged.content, 'de', { block: idOf(1), key: 'text' })?.text).toBe('Stecker ziehen');
  });

  test('any of which did anything can be merged, and nobody’s words are lost in silence', () => {
    const words = fc.constantFrom('eins', 'zwei', 'drei', '');
    const deeds = fc.array(fc.tuple(fc.constantFrom(1, 2), words), { maxLength: 4 });
    const done = (all: [number, string][]) => all.reduce((content, [n, word]) => (word === '' ? content : write(content, n, word)), base);
    fc.assert(
      fc.property(deeds, deeds, (one, other) => {
        const [mine, theirs] = [done(one), done(other)];
        const { content, kept } = mergeContents(base, mine, theirs);
        const said = JSON.stringify([content.translations, kept]);
        for (const n of [1, 2])
          for (const side of [mine, theirs]) {
            const wrote = textAt(side, 'de', { block: idOf(n), key: 'text' });
            if (JSON.stringify(wrote) !== JSON.stringify(textAt(base, 'de', { block: idOf(n), key: 'text' })))
              expect(said).toContain(wrote?.text);
          }
      }),
    );
  });
});

test('what changed in a language is told with the language and what it stands for', () => {
  const base = translated(contentOf([text(1, 'Pull the plug')]));
  const after = setText(base, 'de', { block: idOf(1), key: 'text' }, { from: 'Pull the plug', text: 'Stecker ziehen' });
  const difference = differenceBetween(base, after);
  expect(sentencesOf(difference)).toEqual(['German for “Pull the plug”: “PULL THE PLUG” became “Stecker ziehen”.']);
  expect(summaryOf(difference)).toBe('The German version changed.');
  expect(sentencesOf(differenceBetween(removeLanguage(base, 'de'), base))[0]).toBe('German: added.');
  expect(differenceBetween(base, base).fields).toEqual([]);
});

test('the languages someone reads find the nearest there is', () => {
  expect(bestOf(['en', 'de', 'pt-BR'], ['de-CH', 'en'])).toBe('de');
  expect(bestOf(['en', 'pt-BR'], ['pt'])).toBe('pt-BR');
  expect(bestOf(['zh-Hans', 'zh-Hant'], ['zh-Hant-TW'])).toBe('zh-Hant');
  expect(bestOf(['en'], ['ja', ''])).toBeNull();
  expect(['ar', 'he', 'fa', 'ur', 'de', 'pa', 'pa-Arab', 'no such'].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'rtl',
    'ltr',
  ]);
  expect([languageName('de'), languageName('de', 'en'), languageName('no such')]).toEqual(['Deutsch', 'German', 'no such']);
});
