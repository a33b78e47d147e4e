import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyXliff } from '../../../src/main/exchange/xliff/apply.ts';
import { readXliff } from '../../../src/main/exchange/xliff/read.ts';
import { writeXliff } from '../../../src/main/exchange/xliff/write.ts';
import { isFault } from '../../../src/shared/contract/faults.ts';
import { canonicalJson, type ModuleContent } from '../../../src/shared/model/module.ts';
import { addLanguage } from '../../../src/shared/model/translation/change.ts';
import { progressOf, standingsIn } from '../../../src/shared/model/translation/standing.ts';
import { anyContent, contentOf, idOf, text } from '../shared/difference/documents.ts';
import { everything, translated } from '../shared/translation/every-block.ts';

const moduleId = '018f2f10-0000-7000-8000-00000000aaaa';
const file = (content: ModuleContent, language = 'de') => writeXliff(moduleId, content, language);
const read = (xml: string) => readXliff(xml, 'back.xlf');
const bring = (content: ModuleContent, xml: string, language = 'de') => applyXliff(content, language, read(xml).units);
const progress = (content: ModuleContent) => progressOf(standingsIn(content, content.translations?.de));
/** What a translator does in her program: writes a target for each source that has none. */
const worked = (xml: string, write: (source: string) => string = (source) => source): string =>
  xml.replaceAll(
    /<segment state="initial"><source>([\s\S]*?)<\/source><\/segment>/g,
    (_, source: string) => `<segment state="translated"><source>${source}</source><target>${write(source)}</target></segment>`,
  );
const refused = (xml: string) => {
  try {
    read(xml);
  } catch (error) {
    if (isFault(error)) return [error.code, (error.data as { why?: string }).why];
    throw error;
  }
  return null;
};

describe('a module for a translator', () => {
  test('holds every text once, by its block, with the marks as codes that can only be moved', () => {
    const xml = file(everything);
    expect(xml).toContain(
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="${moduleId}"`,
    );
    expect(xml.match(/<unit /g)).toHaveLength(standingsIn(everything, undefined).length);
    expect(xml).toContain(
      'Press <pc id="1" canCopy="no" canDelete="no" type="fmt" subType="xlf:b" dispStart="[bold:" dispEnd="]">Save</pc>, then read <pc id="2"',
    );
    expect(xml).toContain('<ph id="n1" type="fmt" subType="xlf:lb"');
    expect(xml).toContain('disp="gap “red”"');
    expect(xml).not.toContain('select 1;');
    const names = [...xml.matchAll(/<unit id="([^"]*)"/g)].map(([, name = '']) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  test('goes out and comes back with everything that was written', () => {
    const content = translated(everything);
    const bare = addLanguage(everything, 'de');
    const back = bring(bare, file(content));
    expect(back.dropped).toEqual([]);
    expect(canonicalJson(back.content)).toBe(canonicalJson(content));
    expect(back.taken).toBe(standingsIn(everything, undefined).length);
    // The same once more says nothing new.
    expect(bring(content, file(content))).toEqual({ content, taken: 0, dropped: [] });
  });

  test('any at all does so, whatever signs are in it', () => {
    fc.assert(
      fc.property(anyContent, fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), (any, sign) => {
        const words = sign.toWellFormed().trim();
        fc.pre(words !== '' && !words.includes('\n') && !words.includes('\r'));
        const source = { ...any, language: 'en', title: `${words} <1>` };
        const content = translated(source, 'de', (part) => `${part}${words}`.slice(0, 60).toWellFormed());
        expect(canonicalJson(bring(addLanguage(source, 'de'), file(content)).content)).toBe(canonicalJson(content));
      }),
      { numRuns: 60 },
    );
  });

  test('comes back from a translator who wrote what was missing', () => {
    const back = bring(everything, worked(file(everything)));
    expect(back.dropped).toEqual([]);
    expect(progress(back.content)).toMatchObject({ missing: 0, outdated: 0, broken: 0 });
  });
});

describe('what a translator sends back', () => {
  const source = contentOf([text(1, 'Pull the plug'), text(2, 'Press here', [{ type: 'bold' }])]);
  const sent = worked(file(source), (words) => words.replace('Pull the plug', 'Stecker ziehen'));

  test('for a text that was changed meanwhile is taken, stands as outdated, and that is said', () => {
    const changed = { ...source, body: contentOf([text(1, 'Pull the red plug'), text(2, 'Press here', [{ type: 'bold' }])]).body };
    const { content, taken, dropped } = bring(changed, sent);
    expect(taken).toBe(4);
    expect(dropped).toMatchObject([{ what: 'That “Stecker ziehen” is up to date', where: 'Text “Pull the red plug”' }]);
    expect(progress(content)).toMatchObject({ current: 3, outdated: 1 });
  });

  test('never takes the place of newer words', () => {
    const changed = { ...source, body: contentOf([text(1, 'Pull the red plug'), text(2, 'Press here', [{ type: 'bold' }])]).body };
    const newer = translated(changed);
    const { content, dropped } = bring(newer, sent);
    expect(standingsIn(content, content.translations?.de)[2]?.text).toBe('PULL THE RED PLUG');
    expect(dropped.map(({ why }) => why)).toEqual(['The lesson was changed since, and has newer words for it.']);
  });

  test('for a text that is gone is not taken, and said', () => {
    const { content, dropped } = bring(contentOf([text(2, 'Press here', [{ type: 'bold' }])]), sent);
    expect(dropped).toEqual([
      { what: '“Stecker ziehen”', where: 'a text the lesson does not have', why: 'What it stands for was taken out of the lesson.' },
    ]);
    expect(progress(content)).toMatchObject({ all: 3, current: 3 });
  });

  test('with broken codes or too long for its place is not taken, and said', () => {
    const broken = worked(file(source), (words) => (words === 'Blade' ? 'Klinge '.repeat(40) : words.replace(/<\/?pc[^>]*>/g, '')));
    const { taken, dropped } = bring(source, broken);
    expect(taken).toBe(2);
    expect(dropped.map(({ why }) => why).sort()).toEqual([
      'A mark of the source is missing: put each number where it belongs.',
      'It is too long for its place.',
    ]);
  });

  test('from a program that cuts sentences and writes codes at both ends is read all the same', () => {
    const unit = `<unit id="${idOf(2)}.text"><segment state="final"><source><sc id="1"/>Press </source><target><sc id="1"/>Hier </target></segment><segment state="final"><source>here<ec startRef="1"/></source><target><mrk id="m" type="term">drücken</mrk><ec startRef="1"/></target></segment></unit>`;
    const xml = file(source).replace(/<unit id="[^"]*2\.text"[\s\S]*?<\/unit>/, unit);
    const { content, dropped } = bring(source, xml);
    expect(dropped).toEqual([]);
    expect(standingsIn(content, content.translations?.de).at(-1)).toMatchObject({ is: 'current', text: '<1>Hier drücken</1>' });
  });

  test('says that what was outdated is right again only where the translator said so', () => {
    const content = { ...translated(source), title: 'Blades' };
    expect(bring(content, file(content)).taken).toBe(0);
    const looked = file(content).replace('state="initial" subState="showhow:outdated"', 'state="reviewed"');
    expect(progress(bring(content, looked).content)).toMatchObject({ outdated: 0, current: 4 });
  });
});

test.each([
  ['<html xmlns="http://www.w3.org/1999/xhtml"/>', 'XLIFF_REFUSED', 'not-xliff'],
  ['<xliff version="1.2"><file id="a"/></xliff>', 'XLIFF_REFUSED', 'version'],
  ['<xliff version="2.0" srcLang="en" trgLang="de"><file id="f1"/></xliff>', 'XLIFF_REFUSED', 'module'],
  [`<xliff version="2.0" srcLang="en" trgLang="de"><file id="${moduleId}"/><file id="b"/></xliff>`, 'XLIFF_REFUSED', 'module'],
  [`<xliff version="2.0" srcLang="en"><file id="${moduleId}"/></xliff>`, 'XLIFF_REFUSED', 'language'],
  ['<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><xliff version="2.0">&b;</xliff>', 'ARCHIVE_REFUSED', 'doctype'],
  ['<xliff version="2.0"><file id="a"></xliff>', 'ARCHIVE_BROKEN', undefined],
  [`<xliff version="2.0">${'<group>'.repeat(300)}${'</group>'.repeat(300)}</xliff>`, 'DOCUMENT_TOO_DEEP', undefined],
])('%.60s… is refused', (xml, code, why) => {
  expect(refused(xml)).toEqual([code, why]);
});
