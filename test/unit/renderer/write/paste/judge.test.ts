import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, mostPictures } from '../../../../../src/renderer/features/write/paste/judge.ts';
import type { HtmlNode } from '../../../../../src/renderer/features/write/paste/tree.ts';
import { parseHtml, shown } from './parse.ts';

const html = (text: string, files = 0) => shown(judge(parseHtml(text), files).content);
const left = (text: string, files = 0) => judge(parseHtml(text), files).dropped.words;
const png = 'data:image/png;base64,iVBORw0KGgo=';

describe('what is pasted', () => {
  test('keeps headings, lists, links, emphasis, quotes and tables', () => {
    expect(html('<h1>Title</h1><h4>Small</h4><p>A <b>bold</b> <em>word</em> <a href="https://a.example">there</a></p>')).toBe(
      '<h2>Title</h2><h3>Small</h3><p>A <strong>bold</strong> <em>word</em> <a href="https://a.example">there</a></p>',
    );
    expect(html('<ol start="3"><li>One<ul><li>Two</li></ul></li></ol><blockquote>Said</blockquote>')).toBe(
      '<ol start="3"><li>One<ul><li>Two</li></ul></li></ol><blockquote>Said</blockquote>',
    );
    expect(html('<table><caption>C</caption><tr><th colspan="2" class="x">A</th></tr><tr><td>1</td><td>2</td></tr></table>')).toBe(
      '<table><caption>C</caption><tbody><tr><th colspan="2">A</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>',
    );
    expect(left('<p>Plain</p>')).toEqual([]);
  });

  test('keeps code as text with its language and its lines', () => {
    expect(html('<pre><code class="hljs language-sql"><span>select</span> 1<br>from t\n</code></pre>')).toBe(
      '<pre data-language="sql"><code>select 1\nfrom t\n</code></pre>',
    );
  });

  test('from Google Docs is not all bold because its wrapper is a bold element that says it is none', () => {
    const docs =
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700;color:#000">Bold</span> <span style="font-style:italic">slanted</span> plain</p></b>';
    expect(html(docs)).toBe('<p><strong>Bold</strong> <em>slanted</em> plain</p>');
    expect(left(docs)).toEqual(['colours and fonts']);
  });

  test('from Word has its lists as lists, within each other, and without their markers', () => {
    const point = (level: number, marker: string, words: string) =>
      `<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>${marker}<span>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>\n`;
    const word = `<p class=MsoNormal>Before</p>${point(1, '·', 'One')}${point(2, '1.', 'Inner')}${point(2, '2.', 'More')}${point(1, '·', 'Two')}${point(1, '4.', 'Four')}<p class=MsoNormal>After</p>`;
    expect(html(word)).toBe(
      '<p>Before</p><ul><li><p>One</p><ol><li><p>Inner</p></li><li><p>More</p></li></ol></li><li><p>Two</p></li></ul><ol start="4"><li><p>Four</p></li></ol><p>After</p>',
    );
  });

  test('says in plain words what did not come along', () => {
    const page = `<p style="color:red">Words</p><img src="https://far.example/a.png"><img src="//far.example/b.png"><form><input><button>Go</button></form>
      <iframe src="https://x.example"></iframe><video src="x.mp4"></video><svg><script>alert(1)</script></svg><a href="javascript:alert(1)">bad</a><img src="file:///C:/x.png">`;
    expect(left(page)).toEqual([
      '2 pictures that stand on another server',
      '1 picture that the other program did not hand over',
      '1 video or sound',
      '1 page shown inside the page',
      '1 form',
      '2 fields or buttons',
      '1 drawing',
      '1 link that opens no page and no mail',
      'colours and fonts',
    ]);
    expect(html(page)).toContain('<p>Words</p>');
    expect(html(page)).toContain('bad');
  });

  test('brings pictures along that are in it or beside it as files, up to a number', () => {
    const { content, pictures, dropped } = judge(parseHtml(`<p><img src="${png}" alt=" A  ring "></p><img src="file:///x.png">`), 1);
    expect(pictures).toEqual([
      { data: png, alt: 'A ring' },
      { data: null, alt: '' },
    ]);
    expect(shown(content)).toBe('<p><img data-pasted="0"></img></p><img data-pasted="1"></img>');
    expect(dropped.words).toEqual([]);
    expect(left(`<img src="${png}">`.repeat(mostPictures + 2))).toEqual(['2 pictures beyond the first 30']);
    expect(left('<img src="data:image/svg+xml;base64,PHN2Zz4=">')).toEqual(['1 picture of a kind that cannot be used here']);
    expect(left(`<img src="data:image/png;base64,${'A'.repeat(28_000_001)}">`)).toEqual(['1 picture that is too large']);
  });

  test('what Word hides or keeps in the margin stays behind', () => {
    expect(html('<p>Seen<span style="display:none">unseen</span></p><div style="mso-element:comment"><p>A remark</p></div>')).toBe(
      '<p>Seen</p>',
    );
    expect(left('<div style="mso-element:comment"><p>A remark</p></div>')).toEqual(['1 comment from the margin']);
  });
});

describe('hostile HTML', () => {
  const tags = new Set([
    ...[
      'p',
      'h2',
      'h3',
      'ul',
      'ol',
      'li',
      'blockquote',
      'pre',
      'code',
      'strong',
      'em',
      'br',
      'table',
      'tbody',
      'tr',
      'td',
      'th',
      'caption',
    ],
    ...['details', 'summary', 'div', 'a', 'img'],
  ]);
  const attributes = new Set(['href', 'start', 'colspan', 'rowspan', 'data-language', 'data-pasted']);

  function expectHarmless(nodes: readonly HtmlNode[]): void {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      expect(tags).toContain(node.tag);
      for (const name of Object.keys(node.attributes)) expect(attributes).toContain(name);
      if (node.tag === 'a') expect(node.attributes.href).toMatch(/^(https?:\/\/|mailto:)/i);
      expectHarmless(node.children);
    }
  }

  test.each([
    '<script>alert(1)</script><p onclick="alert(1)">x</p>',
    '<img src=x onerror=alert(1)><svg onload=alert(1)><foreignObject><p>x</p></foreignObject></svg>',
    '<a href=" JaVaScRiPt:alert(1)">x</a><a href="data:text/html,<script>1</script>">y</a><a href="vbscript:x">z</a>',
    '<style>*{background:url(//evil.example)}</style><link rel=stylesheet href=//evil.example><base href="//evil.example">',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data=x></object><embed src=x>',
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math><template><img src=x onerror=alert(1)></template>',
    '<form action="//evil.example"><input name=a formaction="javascript:alert(1)"></form>',
    '<p style="background:url(javascript:alert(1));mso-list:l0 level99999 lfo1">x</p>',
    '<div data-block="image" data-attributes=\'{"media":"../../secret"}\' data-id="x"></div>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<table><td colspan="1e9" background="//evil.example">x</table>',
  ])('arrives without anything that runs, loads or looks: %s', (attack) => {
    expectHarmless(judge(parseHtml(attack), 3).content);
  });

  test('of any nesting and any names is harmless, and never more than it was', () => {
    const leaf = fc.constantFrom(
      'words',
      '<script>',
      '<img src=x onerror=1>',
      '<li>',
      '</p>',
      '<td>',
      '<a href="javascript:1">',
      '<svg>',
      '<pre>',
      '<b style="font-weight:normal">',
    );
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 30 }), (parts) => {
        expectHarmless(judge(parseHtml(parts.join(''))).content);
      }),
      { numRuns: 200, seed: 1789 },
    );
  });

  test('nested deeper than anyone writes ends, and words above it stay', () => {
    const deep = `<p>Top</p>${'<div>'.repeat(400)}<p>Bottom</p>`;
    expect(html(deep)).toContain('Top');
    expect(html(deep)).not.toContain('Bottom');
  });
});
