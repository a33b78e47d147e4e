import { describe, expect, test } from 'vitest';
import { renderModule } from '../../../src/player/render/module.ts';
import { type Block, mediaOfBlock, outlinedAs, secondsOfBlock, textsOfBlock } from '../../../src/shared/model/blocks/index.ts';
import { author, blockId, hash, moduleOf } from './sample.ts';

const render = (...content: Block[]) =>
  renderModule({ content: moduleOf(content), author, media: (name) => `/media/${name}`, card: false });
const line = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] });
const attrs = { id: blockId };
const named = `id="block-${blockId}" data-block="${blockId}"`;
const cell = (type: 'tableCell' | 'tableHeader', text: string, colspan = 1) => ({
  type,
  attrs: { colspan, rowspan: 1 },
  content: [line(text)],
});

const callout: Block = { type: 'callout', attrs: { ...attrs, tone: 'warning' }, content: [line('Never touch the shaft.')] };
const table: Block = {
  type: 'table',
  attrs: { ...attrs, caption: 'Heats' },
  content: [
    { type: 'tableRow', content: [cell('tableHeader', 'Size'), cell('tableHeader', 'Heat')] },
    { type: 'tableRow', content: [cell('tableHeader', 'Small'), cell('tableCell', '80')] },
    { type: 'tableRow', content: [cell('tableCell', 'All', 2)] },
  ],
};
const code: Block = { type: 'codeBlock', attrs: { ...attrs, language: 'SQL' }, content: [{ type: 'text', text: 'a < b\n  <script>' }] };
const accordion: Block = {
  type: 'accordion',
  attrs,
  content: [
    {
      type: 'accordionSection',
      content: [{ type: 'accordionTitle', content: [{ type: 'text', text: 'Where?' }] }, line('In the drawer.')],
    },
    { type: 'accordionSection', content: [{ type: 'accordionTitle' }, line('Ask.')] },
  ],
};
const checklist: Block = {
  type: 'checklist',
  attrs,
  content: [{ type: 'checkItem', attrs: { id: blockId }, content: [line('Ring is clean')] }],
};
const quote: Block = {
  type: 'colleagueQuote',
  attrs: { ...attrs, name: 'Jo Park', role: 'Fitter', photo: hash },
  content: [line('Listen first.')],
};
const resource: Block = {
  type: 'resource',
  attrs: { ...attrs, title: 'Table of heats', address: 'https://www.intranet.example/heats', about: 'All sizes.', minutes: 3 },
};

describe('a block that holds prose, as HTML', () => {
  test('a note that stands out is an aside with its kind as its name', () => {
    expect(render(callout)).toContain(
      `<aside ${named} class="sh-callout" data-tone="warning" aria-label="Warning"><p class="sh-label" aria-hidden="true">Warning</p><div><p>Never touch the shaft.</p></div></aside>`,
    );
  });

  test('a table says what it shows, and each header whether it names a column or a row', () => {
    const html = render(table);
    expect(html).toContain('<caption>Heats</caption>');
    expect(html).toContain('<tr><th scope="col"><p>Size</p></th><th scope="col"><p>Heat</p></th></tr>');
    expect(html).toContain('<tr><th scope="row"><p>Small</p></th><td><p>80</p></td></tr>');
    expect(html).toContain('<td colspan="2"><p>All</p></td>');
  });

  test('code is text whatever stands in it', () => {
    expect(render(code)).toContain('<code>a &lt; b\n  &lt;script&gt;</code>');
    expect(render(code)).toContain('<p class="sh-label">SQL</p>');
  });

  test('sections open without a script, and one without a title can still be opened', () => {
    expect(render(accordion)).toContain(
      '<details><summary>Where?</summary><p>In the drawer.</p></details><details><summary>More</summary><p>Ask.</p></details>',
    );
  });

  test('a point to tick is a box with its words as label', () => {
    expect(render(checklist)).toContain(
      `<li><label><input type="checkbox" data-point="${blockId}"/><span>Ring is clean</span></label></li>`,
    );
  });

  test('a colleague is named beneath her words, with her photo; without a name nobody is', () => {
    expect(render(quote)).toMatch(
      /<figure [^>]*class="sh-voice"><blockquote><p>Listen first\.<\/p><\/blockquote><figcaption [^>]*><img class="sh-face" src="\/media\/(ab){32}" alt=""/,
    );
    expect(render(quote)).toContain('Jo Park');
    expect(render({ ...quote, attrs: { ...quote.attrs, name: '' } })).not.toContain('figcaption');
  });

  test('a link to more says where it leads and how long it takes; without an address it is no link', () => {
    expect(render(resource)).toContain('<a href="https://www.intranet.example/heats" rel="noopener noreferrer">Table of heats</a>');
    expect(render(resource)).toContain('intranet.example · 3 minutes');
    expect(render({ ...resource, attrs: { ...resource.attrs, address: '' } })).not.toContain('<a ');
  });

  test.each([
    { ...resource, attrs: { ...resource.attrs, address: 'javascript:alert(1)' } },
    { ...callout, attrs: { ...attrs, tone: '" onclick="' } },
    { ...table, content: [{ type: 'tableRow', content: [{ ...cell('tableCell', 'x'), attrs: { colspan: 1e9, rowspan: 1 } }] }] },
    { ...quote, attrs: { ...quote.attrs, photo: '../../secret' } },
    { ...checklist, content: [{ type: 'checkItem', attrs: { id: '"x' }, content: [line('x')] }] },
  ])('is refused where its attributes are none: %j', (block) => {
    expect(() => render(block as unknown as Block)).toThrow();
  });
});

describe('what is asked of every kind', () => {
  const all = [callout, table, code, accordion, checklist, quote, resource];

  test('all its words are counted and found', () => {
    expect(all.map(textsOfBlock)).toEqual([
      ['Never touch the shaft.'],
      ['Heats', 'Size', 'Heat', 'Small', '80', 'All'],
      ['a < b', '  <script>'],
      ['Where?', 'In the drawer.', 'Ask.'],
      ['Ring is clean'],
      ['Listen first.', 'Jo Park', 'Fitter'],
      ['Table of heats', 'All sizes.'],
    ]);
  });

  test('words on both sides of a line break stay two', () => {
    const broken: Block = {
      type: 'paragraph',
      attrs,
      content: [{ type: 'text', text: 'one' }, { type: 'hardBreak' }, { type: 'text', text: 'two' }],
    };
    expect(textsOfBlock(broken)).toEqual(['one two']);
  });

  test('an outline names what one looks for', () => {
    expect(all.map(outlinedAs)).toEqual([null, 'Heats', 'SQL', 'Where?', 'Checklist', 'Jo Park', 'Table of heats']);
  });

  test('a photo goes with the module, and ticking takes a moment', () => {
    expect(all.flatMap(mediaOfBlock)).toEqual([{ hash, as: 'picture', name: 'The photo of a colleague' }]);
    expect(secondsOfBlock(checklist)).toBe(2);
  });
});
