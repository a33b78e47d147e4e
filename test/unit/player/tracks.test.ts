import { expect, test } from 'vitest';
import { renderModule } from '../../../src/player/render/module.ts';
import { canonicalJson, ModuleContent, mediaOf } from '../../../src/shared/model/module.ts';

const hash = (digit: string) => digit.repeat(64);
const author = { name: 'Mara', role: '', team: '', photo: null, goodAt: [], askMeAbout: [] };
const video = {
  id: '11111111-1111-4111-8111-111111111111',
  media: hash('a'),
  poster: null,
  title: 'Closing',
  duration: 9,
  width: 640,
  height: 360,
};
const moduleWith = (attrs: object) => ({
  title: 'Closing the till',
  objective: 'Close it alone',
  language: 'en',
  body: { type: 'doc', content: [{ type: 'video', attrs: { ...video, ...attrs } }] },
});
const html = (attrs: object) =>
  renderModule({ content: ModuleContent.parse(moduleWith(attrs)), author, media: (name) => `/media/${name[0]}` });

test('a video carries its captions in the language they are in, and its chapters', () => {
  const shown = html({ captions: { media: hash('b'), language: 'de-CH' }, chapters: hash('c') });
  expect(shown).toMatch(/<track kind="captions" src="\/media\/b" srclang="de-CH" label="Schweizer Hochdeutsch" default=""/);
  expect(shown).toContain('<track kind="chapters" src="/media/c"');
  expect(html({})).not.toContain('<track');
});

test('captions and chapters belong to the files of a module', () => {
  const files = mediaOf(ModuleContent.parse(moduleWith({ captions: { media: hash('b'), language: 'en' }, chapters: hash('c') })));
  expect(files).toEqual([hash('a'), hash('b'), hash('c')]);
});

test('a module of before captions keeps the text that its revision is the hash of', () => {
  const before = moduleWith({});
  expect(canonicalJson(ModuleContent.parse(before))).toBe(canonicalJson(before as ModuleContent));
});
