import type { Node } from '@tiptap/pm/model';
import { words } from '../words.ts';
import { face } from './author.ts';
import { type Markup, toHtml } from './markup.ts';

/** What the renderer hands over for each node. */
export interface Rendered {
  node: Node;
  parent?: Node;
  children?: string | string[];
}
export type ToHtml = (rendered: Rendered) => string;

type Attributes = Markup[1];

/** Only what stands in the document itself is a block to comment on or to link to. */
const named = ({ node, parent }: Rendered): Record<string, string> =>
  parent?.type.name === 'doc' ? { id: `block-${node.attrs.id}`, 'data-block': String(node.attrs.id) } : {};

const element =
  (tag: string | ((rendered: Rendered) => string), attributes: (node: Node) => Attributes = () => ({})): ToHtml =>
  (rendered) =>
    toHtml(
      [typeof tag === 'string' ? tag : tag(rendered), { ...named(rendered), ...attributes(rendered.node) }, 0],
      rendered.children ?? '',
    );

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

const paragraph = element('p');
const section = element('details');

const text: Record<string, ToHtml> = {
  paragraph: (rendered) => (rendered.parent?.type.name === 'checkItem' ? point(rendered) : paragraph(rendered)),
  heading: element(({ node }) => (node.attrs.level === 2 ? 'h2' : 'h3')),
  bulletList: element('ul'),
  orderedList: element('ol', ({ attrs }): Attributes => (attrs.start > 1 ? { start: attrs.start } : {})),
  listItem: element('li'),
  blockquote: element('blockquote'),
  hardBreak: () => '<br>',
};

const callout = inside((rendered) => {
  const tone: keyof typeof words.tones = rendered.node.attrs.tone;
  return [
    'aside',
    { ...named(rendered), class: 'sh-callout', 'data-tone': tone, 'aria-label': words.tones[tone] },
    ['p', { class: 'sh-label', 'aria-hidden': 'true' }, words.tones[tone]],
    ['div', {}, 0],
  ];
});

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

/** A wide table scrolls by itself, also by keyboard, and leaves the page where it is. */
const table = inside((rendered) => {
  const { caption } = rendered.node.attrs;
  return [
    'div',
    { ...named(rendered), class: 'sh-table', role: 'group', tabindex: 0, 'aria-label': caption || words.table },
    ['table', {}, ...(caption ? [['caption', {}, caption] as const] : []), ['tbody', {}, 0]],
  ];
});

const code = inside((rendered) => [
  'showhow-code',
  { ...named(rendered), class: 'sh-code' },
  ['p', { class: 'sh-label' }, rendered.node.attrs.language || words.code],
  ['pre', { tabindex: 0, 'aria-label': rendered.node.attrs.language || words.code, role: 'group' }, ['code', {}, 0]],
]);

const checklist = inside((rendered) => ['showhow-checklist', { ...named(rendered) }, ['ul', { class: 'sh-checklist' }, 0]]);

/** What a colleague says, and who she is. */
const colleagueQuote = (media: (hash: string) => string) =>
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
export const proseToHtml = (media: (hash: string) => string): Record<string, ToHtml> => ({
  ...text,
  callout,
  table,
  tableRow: element('tr'),
  tableHeader: (rendered) => element('th', (node) => ({ scope: scopeIn(rendered.parent), ...spans(node) }))(rendered),
  tableCell: element('td', spans),
  codeBlock: code,
  accordion: element('div', () => ({ class: 'sh-accordion' })),
  // What nobody wrote anything in is not opened by anyone.
  accordionSection: (rendered) => (rendered.node.textContent.trim() === '' ? '' : section(rendered)),
  accordionTitle: ({ node, children }) => toHtml(['summary', {}, 0], node.content.size > 0 ? (children ?? '') : words.section),
  checklist,
  checkItem: element('li'),
  colleagueQuote: colleagueQuote(media),
});
