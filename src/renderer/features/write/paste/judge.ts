import { LinkAddress } from '../../../../shared/model/blocks/inline.ts';
import { Dropped, type DroppedKind } from './dropped.ts';
import { element, type HtmlElement, type HtmlNode, styleOf } from './tree.ts';
import { withLists } from './word-lists.ts';

/** A picture that comes along: its bytes in the HTML itself, or the next file beside it. `null` is where a file is to be taken. */
export interface PastedPicture {
  data: string | null;
  alt: string;
}

export interface Judged {
  /** What may come in: elements and attributes that are named here and no others. */
  content: HtmlNode[];
  /** By the number that `<img data-pasted>` carries. */
  pictures: PastedPicture[];
  dropped: Dropped;
}

/** Deeper than this nothing is read; nobody writes so, and a reader of the rest would run out of stack. */
const deepest = 60;
export const mostPictures = 30;
/** As characters of a data address; larger than the largest picture is not even decoded. */
const longestData = 28_000_000;

/** Elements that are gone with all that is in them, and how that is told; `null` goes without a word, because nobody saw it. */
const gone: Record<string, DroppedKind | null> = {
  script: 'script', style: null, link: null, meta: null, title: null, head: null, template: null, noscript: null, base: null,
  iframe: 'frame', frame: 'frame', frameset: 'frame', object: 'frame', embed: 'frame', applet: 'frame', portal: 'frame',
  video: 'video', audio: 'video', svg: 'drawing', canvas: 'drawing', math: 'drawing', map: null,
  input: 'field', button: 'field', select: 'field', textarea: 'field', option: 'field', 'o:p': null, xml: null,
}; // biome-ignore format: one list reads better than a column

/** What an element becomes. Those not named here are opened: their words stay. */
const kept: Record<string, string> = {
  p: 'p', h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h3', h5: 'h3', h6: 'h3', ul: 'ul', ol: 'ol', li: 'li', blockquote: 'blockquote',
  pre: 'pre', code: 'code', kbd: 'code', samp: 'code', tt: 'code', b: 'strong', strong: 'strong', em: 'em', i: 'em', br: 'br',
  table: 'table', tbody: 'tbody', thead: 'tbody', tfoot: 'tbody', tr: 'tr', td: 'td', th: 'th', caption: 'caption',
  details: 'details', summary: 'summary', div: 'div', section: 'div', article: 'div', main: 'div', header: 'div', footer: 'div', dl: 'div',
  dt: 'p', dd: 'p', figure: 'div', figcaption: 'p', aside: 'div',
}; // biome-ignore format: one list reads better than a column

const spans = ['colspan', 'rowspan'];

/** What the schema reads of an element, each value checked once more there. */
const readable: Record<string, string[]> = { ol: ['start'], td: spans, th: spans };

const pick = ({ attributes }: HtmlElement, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (attributes[name] === undefined ? [] : [[name, attributes[name]]])));

/** Whether a style says how something looks that a module looks otherwise. Bold and italic come along. */
const hasLooks = (node: HtmlElement): boolean =>
  ['color', 'background', 'background-color', 'font-family', 'font-size', 'font'].some((property) => styleOf(node, property) !== '') ||
  node.tag === 'font';

const isHidden = (node: HtmlElement): boolean =>
  styleOf(node, 'display') === 'none' || styleOf(node, 'mso-hide') === 'all' || 'hidden' in node.attributes;

const isComment = (node: HtmlElement): boolean =>
  styleOf(node, 'mso-element') === 'comment' ||
  styleOf(node, 'mso-element') === 'comment-list' ||
  /^_msocom_/.test(node.attributes.id ?? '');

/** Google Docs wraps everything in a bold element that says that it is none. */
function emphasis(node: HtmlElement): string[] {
  const weight = styleOf(node, 'font-weight');
  const named = kept[node.tag];
  const bold = named === 'strong' ? weight !== 'normal' && weight !== '400' : weight === 'bold' || Number(weight) >= 600;
  const italic = named === 'em' ? styleOf(node, 'font-style') !== 'normal' : styleOf(node, 'font-style') === 'italic';
  return [...(bold ? ['strong'] : []), ...(italic ? ['em'] : [])];
}

const isPictureData = (address: string): boolean => /^data:image\/(png|jpeg|jpg|webp);base64,[a-z0-9+/=\s]+$/i.test(address);

const lines = (node: HtmlNode): string =>
  typeof node === 'string' ? node : node.tag === 'br' ? '\n' : node.tag in gone ? '' : node.children.map(lines).join('');

const languageOf = (node: HtmlNode): string =>
  typeof node === 'string'
    ? ''
    : (/(?:^|\s)lang(?:uage)?-([\w+#-]+)/.exec(node.attributes.class ?? '')?.[1] ?? (node.children.map(languageOf).find(Boolean) || ''));

/** Code is its text and the name of its language. */
function codeOf(node: HtmlElement): HtmlElement {
  const language = languageOf(node);
  return element('pre', [element('code', [lines(node)])], language ? { 'data-language': language } : {});
}

class Judge {
  readonly dropped = new Dropped();
  readonly pictures: PastedPicture[] = [];
  /** Pictures that stand beside the HTML as files. */
  #files: number;

  constructor(files: number) {
    this.#files = files;
  }

  all(nodes: readonly HtmlNode[], depth: number): HtmlNode[] {
    return withLists(nodes).flatMap((node) => this.#one(node, depth));
  }

  #one(node: HtmlNode, depth: number): HtmlNode[] {
    if (typeof node === 'string') return [node];
    if (depth > deepest) return this.#drop('deep');
    if (node.tag in gone) return this.#drop(gone[node.tag] ?? null);
    if (isComment(node)) return this.#drop('comment');
    if (isHidden(node)) return [];
    if (node.tag === 'img' || node.tag === 'v:imagedata') return this.#picture(node);
    if (hasLooks(node)) this.dropped.addLooks();
    if (node.tag === 'form') this.dropped.add('form');
    return node.tag === 'pre' ? [codeOf(node)] : this.#element(node, this.all(node.children, depth + 1));
  }

  #drop(kind: DroppedKind | null): HtmlNode[] {
    if (kind) this.dropped.add(kind);
    return [];
  }

  #picture({ attributes: { src = '', alt = '' } }: HtmlElement): HtmlNode[] {
    if (/^https?:|^\/\//i.test(src)) return this.#drop('far-picture');
    const fromFile = !src.startsWith('data:');
    if (fromFile && this.#files === 0) return this.#drop('lost-picture');
    if (!fromFile && src.length > longestData) return this.#drop('large-picture');
    if (!fromFile && !isPictureData(src)) return this.#drop('odd-picture');
    if (this.pictures.length >= mostPictures) return this.#drop('many-pictures');
    if (fromFile) this.#files -= 1;
    this.pictures.push({ data: fromFile ? null : src, alt: alt.replace(/\s+/gu, ' ').trim().slice(0, 500) });
    return [element('img', [], { 'data-pasted': String(this.pictures.length - 1) })];
  }

  #link(node: HtmlElement, children: HtmlNode[]): HtmlNode[] {
    const { href } = node.attributes;
    // A place within the page that was left is no link here, and nobody misses it.
    if (href === undefined || href.startsWith('#')) return children;
    if (LinkAddress.safeParse(href).success) return [element('a', children, { href })];
    this.dropped.add('link');
    return children;
  }

  #element(node: HtmlElement, children: HtmlNode[]): HtmlNode[] {
    if (node.tag === 'a') return this.#link(node, children);
    const tag = kept[node.tag];
    const marks = emphasis(node);
    if (tag === undefined || tag === 'strong' || tag === 'em')
      return marks.reduceRight<HtmlNode[]>((inner, mark) => [element(mark, inner)], children);
    return [element(tag, children, pick(node, readable[tag] ?? []))];
  }
}

/**
 * What of foreign HTML may come into a module, and what is left behind. Whatever it holds, the answer holds elements and
 * attributes named in this file and text; no script, no style, no address but that of a link.
 */
export function judge(nodes: readonly HtmlNode[], files = 0): Judged {
  const judgement = new Judge(files);
  const content = judgement.all(nodes, 0);
  return { content, pictures: judgement.pictures, dropped: judgement.dropped };
}
