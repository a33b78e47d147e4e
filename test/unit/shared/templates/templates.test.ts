import { v4 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { type Block, textsOfBlock } from '../../../../src/shared/model/blocks/index.ts';
import { ModuleDocument } from '../../../../src/shared/model/document.ts';
import { guidanceOf, withoutHints, withVideo } from '../../../../src/shared/model/guidance.ts';
import { contextOf } from '../../../../src/shared/model/lint/context.ts';
import { lint } from '../../../../src/shared/model/lint/lint.ts';
import { canonicalJson, ModuleContent } from '../../../../src/shared/model/module.ts';
import { templateFrom } from '../../../../src/shared/model/templates/from-module.ts';
import { ownTemplates } from '../../../../src/shared/model/templates/own.ts';
import { placesWith } from '../../../../src/shared/model/templates/places.ts';
import { stagesOf, TemplateContent, TemplateFile, withNewIds } from '../../../../src/shared/model/templates/template.ts';
import { asked, heading, lesson, paragraph, picture, video } from '../lint/support.ts';
import { Desk } from '../schema/editor.ts';

const contentOf = (blocks: Block[]): ModuleContent => ({
  title: '',
  objective: '',
  language: 'en',
  body: { type: 'doc', content: blocks },
});
const found = (content: ModuleContent) => lint(contextOf(content, { author: { name: 'Mara' }, today: '2026-11-26' }));
const idsIn = (blocks: readonly Block[]): string[] => [...JSON.stringify(blocks).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id ?? '');

describe.each(ownTemplates)('the template $name', ({ blocks }) => {
  const made = blocks(placesWith(v4));

  test('is a module of named parts in which every place says what belongs there', () => {
    expect(ModuleContent.safeParse(contentOf(made)).error).toBeUndefined();
    expect(TemplateContent.safeParse(contentOf(made)).success).toBe(true);
    expect(stagesOf(made).length).toBeGreaterThan(1);
    for (const block of made) if (block.type !== 'heading') expect(guidanceOf(block), block.type).not.toBeNull();
    expect(idsIn(made).length).toBe(new Set(idsIn(made)).size);
  });

  test('is as the editor would have it: who only looks at it changes nothing', () => {
    const desk = new Desk({ type: 'doc', content: JSON.parse(JSON.stringify(made)) });
    desk.touch();
    expect(ModuleDocument.parse(desk.document).content.slice(0, made.length)).toEqual(made);
  });

  test('is told by the lint place by place, and no heading stands alone', () => {
    const rules = found(contentOf(made)).map(({ rule }) => rule);
    expect(rules.filter((rule) => rule === 'guided-empty')).toHaveLength(made.filter((block) => guidanceOf(block) !== null).length);
    expect(rules).not.toContain('heading-alone');
    expect(rules).not.toContain('empty');
  });

  test('takes a video into the place it keeps for one', () => {
    const shown = video();
    const around = withVideo(made, shown);
    expect(around).toContain(shown);
    expect(around).toHaveLength(made.length);
  });
});

describe('guidance', () => {
  const open = (block: Block, hint: string): Block => ({ ...block, attrs: { ...block.attrs, hint } }) as Block;

  test('is given while the place is open, and no longer', () => {
    expect(guidanceOf(open(paragraph(), 'Say why.'))).toBe('Say why.');
    expect(guidanceOf(open(paragraph('Because it pays.'), 'Say why.'))).toBeNull();
    expect(guidanceOf(open(asked(), 'Ask.'))).toBeNull();
    expect(guidanceOf(open(picture(''), 'What does it show?'))).toBe('What does it show?');
    expect(guidanceOf(open(picture('', true), 'What does it show?'))).toBeNull();
  });

  test('changes nothing in what leaves the desk', () => {
    const plain = lesson([paragraph('Warm it.'), paragraph()]);
    const guided = { ...plain, body: { ...plain.body, content: plain.body.content.map((block) => open(block, 'Say why.')) } };
    expect(canonicalJson(guided)).not.toBe(canonicalJson(plain));
    expect(canonicalJson(withoutHints(guided))).toBe(canonicalJson(plain));
    expect(canonicalJson(withoutHints(plain))).toBe(canonicalJson(plain));
  });
});

describe('a module as a template', () => {
  const still = { media: 'c'.repeat(64), width: 4, height: 3 };
  const shown = video();
  const module = lesson(
    [
      shown,
      heading('Why'),
      paragraph('Say in one sentence what it is good for.'),
      {
        type: 'steps',
        attrs: {
          id: v4(),
          steps: [{ id: v4(), heading: 'Open it', text: '', shows: { as: 'moment', video: shown.attrs.id, at: 3, still } }],
        },
      },
      asked(),
      picture('The key'),
    ],
    { kept: [{ rule: 'length', because: 'it is short' }], freshness: { reviewBy: '2027-01-01' } },
  );

  test('keeps its words and pictures, and lets go of what is of that one lesson', () => {
    const kept = templateFrom(module, false, v4);
    expect(TemplateContent.parse(kept)).toEqual(kept);
    expect(kept.title).toBe(module.title);
    expect(kept.body.content.slice(1).map(textsOfBlock)).toEqual(module.body.content.slice(1).map(textsOfBlock));
    expect(kept.body.content[0]).toEqual({ type: 'paragraph', attrs: { id: shown.attrs.id, hint: 'Video: as in “Closing”.' } });
    expect(JSON.stringify(kept)).not.toMatch(/moment|kept|freshness/);
  });

  test('turns its texts into guidance where that is wanted; headings stay', () => {
    const { title, body } = templateFrom(module, true, v4);
    expect(title).toBe('');
    const [, why, text, steps, question] = body.content;
    expect(why && textsOfBlock(why)).toEqual(['Why']);
    expect(text && [guidanceOf(text), textsOfBlock(text)]).toEqual(['Say in one sentence what it is good for.', []]);
    expect(steps && [guidanceOf(steps), textsOfBlock(steps)]).toEqual(['Open it', []]);
    expect(question && guidanceOf(question)).toMatch(/^What comes first\?/);
    expect(ModuleContent.safeParse({ ...module, body }).success).toBe(true);
  });

  test('gives guidance no more letters than it may have, and leaves an open place as it asks', () => {
    const long = paragraph('word '.repeat(200));
    const asking: Block = { type: 'paragraph', attrs: { id: v4(), hint: 'Say why.' } };
    const { body } = templateFrom(lesson([long, asking]), true, v4);
    expect(body.content[0]?.attrs.hint).toMatch(/ word…$/);
    expect(body.content[0]?.attrs.hint?.length).toBeLessThanOrEqual(300);
    expect(body.content[1]).toEqual(asking);
  });

  test('begins each module under names of its own', () => {
    const { body } = templateFrom(module, false, v4);
    const again = withNewIds(body.content, v4);
    expect(again.map(textsOfBlock)).toEqual(body.content.map(textsOfBlock));
    for (const id of idsIn(again).filter((one) => one.length === 36)) expect(idsIn(body.content)).not.toContain(id);
  });
});

describe('a template file', () => {
  const file = (more: object) => ({
    format: 'showhow-template/1',
    name: 'Safety',
    about: '',
    minutes: 3,
    content: contentOf([paragraph('Mind the gap.')]),
    pictures: [],
    ...more,
  });

  test('is taken as it is', () => {
    expect(TemplateFile.safeParse(file({})).success).toBe(true);
  });

  test.each([
    ['of another kind', { format: 'showhow-kit/1' }],
    ['of a newer Showhow', { format: 'showhow-template/2' }],
    ['without a name', { name: ' ' }],
    ['with a video', { content: contentOf([video()]) }],
    ['whose picture is missing', { content: contentOf([picture('A key')]) }],
    ['with pictures that are no bytes', { pictures: [{ hash: 'a'.repeat(64), bytes: '<svg onload=x>' }] }],
    [
      'with pictures too large together',
      { pictures: Array.from({ length: 3 }, () => ({ hash: 'a'.repeat(64), bytes: 'AAAA'.repeat(1_000_000) })) },
    ],
    [
      'with a link that runs a script',
      {
        content: contentOf([
          paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] } as never),
        ]),
      },
    ],
    ['with more blocks than a module may have', { content: contentOf(Array.from({ length: 501 }, () => paragraph('x'))) }],
  ])('is refused %s', (_, more) => {
    expect(TemplateFile.safeParse(file(more)).success).toBe(false);
  });
});
