import type { Node } from '@tiptap/pm/model';
import type { Around } from './around.ts';
import { face } from './author.ts';
import { listed, type Markup, toHtml } from './markup.ts';
import { foreignMark, type Voice, voiceIn } from './voice.ts';

/** What the renderer hands over for each node. */
export interface Rendered {
  node: Node;
  parent?: Node;
  children?: string | string[];
}
export type ToHtml = (rendered: Rendered) => string;

type Attributes = Markup[1];

type ProseAround = Pick<Around, 'media' | 'voice' | 'foreign'>;

/** A row of nothing but headers names columns; in any other row a header names its row. */
function scopeIn(row: Node | undefined): 'col' | 'row' {
  let data = false;
  row?.forEach((cell) => {
    data ||= cell.type.name === 'tableCell';
  });
  return data ? 'row' : 'col';
}

const spans = ({ attrs: { colspan, rowspan } }: Node): Attributes => ({
  ...(colspan > 1 ? { colspan } : {}),
  ...(rowspan > 1 ? { rowspan } : {}),
});

const inside =
  (markup: (rendered: Rendered) => Markup): ToHtml =>
  (rendered) =>
    toHtml(markup(rendered), rendered.children ?? '');

/** A point to tick: its box stands before its words, and both are one label. A label may hold no paragraph. */
const point = inside(({ parent }) => [
  'label',
  {},
  ['input', { type: 'checkbox', 'data-point': String(parent?.attrs.id) }],
  ['span', {}, 0],
]);

type Named = (rendered: Rendered) => Attributes;

/** Only what stands in the document itself is a block to comment on or to link to. */
const namedIn =
  (around: ProseAround): Named =>
  ({ node, parent }) =>
    parent?.type.name === 'doc'
      ? { id: `block-${node.attrs.id}`, 'data-block': String(node.attrs.id), ...foreignMark(around, node.attrs.id) }
      : {};

/** An element for a node, by its name in HTML. */
const elementsNamed =
  (named: Named) =>
  (tag: string | ((rendered: Rendered) => string), attributes: (node: Node) => Attributes = () => ({})): ToHtml =>
  (rendered) =>
    toHtml(
      [typeof tag === 'string' ? tag : tag(rendered), { ...named(rendered), ...attributes(rendered.node) }, 0],
      rendered.children ?? '',
    );

type Element = ReturnType<typeof elementsNamed>;

const text = (element: Element): Record<string, ToHtml> => {
  const paragraph = element('p');
  return {
    paragraph: (rendered) => (rendered.parent?.type.name === 'checkItem' ? point(rendered) : paragraph(rendered)),
    heading: element(({ node }) => (node.attrs.level === 2 ? 'h2' : 'h3')),
    bulletList: element('ul'),
    orderedList: element('ol', ({ attrs }): Attributes => (attrs.start > 1 ? { start: attrs.start } : {})),
    listItem: element('li'),
    blockquote: element('blockquote'),
    hardBreak: () => '<br>',
  };
};

const callout = (named: Named, { words, mark }: Voice) =>
  inside((rendered) => {
    const tone: keyof typeof words.tones = rendered.node.attrs.tone;
    return [
      'aside',
      { ...named(rendered), class: 'sh-callout', 'data-tone': tone, 'aria-label': words.tones[tone] },
      ['p', { class: 'sh-label', 'aria-hidden': 'true', ...mark }, words.tones[tone]],
      ['div', {}, 0],
    ];
  });

/** A wide table scrolls by itself, also by keyboard, and leaves the page where it is. */
const table = (named: Named, { words }: Voice) =>
  inside((rendered) => {
    const { caption } = rendered.node.attrs;
    return [
      'div',
      { ...named(rendered), class: 'sh-table', role: 'group', tabindex: 0, 'aria-label': caption || words.table },
      ['table', {}, ...(caption ? [['caption', {}, caption] as const] : []), ['tbody', {}, 0]],
    ];
  });

/** Code runs from left to right in every language. */
const code = (named: Named, { words, mark }: Voice) =>
  inside((rendered) => {
    const { language } = rendered.node.attrs;
    return [
      'showhow-code',
      { ...named(rendered), class: 'sh-code' },
      ['p', { class: 'sh-label', ...(language ? {} : mark) }, language || words.code],
      ['pre', { tabindex: 0, 'aria-label': language || words.code, role: 'group', dir: 'ltr' }, ['code', {}, 0]],
    ];
  });

const checklist = (named: Named) =>
  inside((rendered) => ['showhow-checklist', named(rendered), ['ul', { class: 'sh-checklist', ...listed }, 0]]);

/** What a colleague says, and who she is. */
const colleagueQuote = (named: Named, media: Around['media']) =>
  inside((rendered) => {
    const { name, role, photo } = rendered.node.attrs;
    const speaker: Markup = [
      'figcaption',
      { class: 'sh-byline' },
      face({ author: { name, photo }, media }),
      ['p', {}, ['span', { class: 'sh-name' }, name], ...(role ? [['span', { class: 'sh-post' }, role] as const] : [])],
    ];
    return ['figure', { ...named(rendered), class: 'sh-voice' }, ['blockquote', {}, 0], ...(name ? [speaker] : [])];
  });

/** What the renderer asks for each node that holds prose. */
export function proseToHtml(around: ProseAround): Record<string, ToHtml> {
  const named = namedIn(around);
  const element = elementsNamed(named);
  const voice = voiceIn(around);
  const section = element('details');
  return {
    ...text(element),
    callout: callout(named, voice),
    table: table(named, voice),
    tableRow: element('tr'),
    tableHeader: (rendered) => element('th', (node) => ({ scope: scopeIn(rendered.parent), ...spans(node) }))(rendered),
    tableCell: element('td', spans),
    codeBlock: code(named, voice),
    accordion: element('div', () => ({ class: 'sh-accordion' })),
    // What nobody wrote anything in is not opened by anyone.
    accordionSection: (rendered) => (rendered.node.textContent.trim() === '' ? '' : section(rendered)),
    accordionTitle: ({ node, children }) =>
      node.content.size > 0 ? toHtml(['summary', {}, 0], children ?? '') : toHtml(['summary', voice.mark, 0], voice.words.section),
    checklist: checklist(named),
    checkItem: element('li'),
    colleagueQuote: colleagueQuote(named, around.media),
  };
}
