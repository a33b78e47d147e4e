import type { BlockContent, ListItem, PhrasingContent, RootContent } from 'mdast';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { stringify } from 'yaml';
import { type Block, blockName, mediaOfBlock, outlinedAs, textsOfBlock } from '../../../shared/model/blocks/index.ts';
import { textOf as blockText, type Inline } from '../../../shared/model/blocks/inline.ts';
import type { TableBlock } from '../../../shared/model/blocks/table.ts';
import type { Dropped } from '../../../shared/model/dropped.ts';
import type { ModuleContent } from '../../../shared/model/module.ts';
import type { MediaType } from '../../../shared/model/package.ts';
import { createReport, type Report } from '../convert/report.ts';

export interface WrittenMarkdown {
  text: string;
  /** The pictures that the text shows: what they are called there, and which file each is. */
  pictures: { name: string; hash: string }[];
  dropped: Dropped[];
}

const endings: Partial<Record<MediaType, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

interface Writing {
  report: Report;
  /** The name under which a picture goes along. */
  picture(hash: string): string;
}

/** A lesson as Markdown. `typeOf` says what kind of file a picture is. */
export function writeMarkdown(content: ModuleContent, typeOf: (hash: string) => MediaType): WrittenMarkdown {
  const { title, objective, language, body } = content;
  const report = createReport();
  const pictures = new Map<string, string>();
  const picture = (hash: string) => {
    const name = pictures.get(hash) ?? `pictures/${pictures.size + 1}.${endings[typeOf(hash)] ?? 'bin'}`;
    pictures.set(hash, name);
    return name;
  };
  const head: RootContent = { type: 'yaml', value: stringify({ title, objective, language }).trimEnd() };
  const children = body.content.flatMap((block, index) => nodesOf(block, `part ${index + 1}`, { report, picture }));
  reportBeside(content, report);
  const text = toMarkdown(
    { type: 'root', children: [head, ...children] },
    { extensions: [gfmToMarkdown(), frontmatterToMarkdown()], bullet: '-', rule: '-' },
  );
  return { text, pictures: [...pictures].map(([hash, name]) => ({ name, hash })), dropped: report.dropped };
}

/** What is said of a lesson and stands in none of its blocks. */
function reportBeside({ skills, freshness, kept }: ModuleContent, report: Report): void {
  const said = [
    [skills, 'Skills'],
    [freshness, 'Who looks after it, until when, and its sources'],
    [kept, 'Words on warnings that stay'],
  ] as const;
  for (const [there, what] of said)
    if (there) report.drop(what, 'beside the lesson', 'Markdown has no place for it. Write a .showhow file to keep it.');
}

function nodesOf(block: Block, where: string, writing: Writing): RootContent[] {
  switch (block.type) {
    case 'paragraph':
      return lineOf(block.content);
    case 'heading':
      return [{ type: 'heading', depth: block.attrs.level, children: phrases(block.content) }];
    case 'bulletList':
    case 'orderedList':
      return [listOf(block)];
    case 'blockquote':
      return [{ type: 'blockquote', children: block.content.flatMap(({ content }) => lineOf(content)) }];
    case 'image':
      if (block.attrs.crop)
        writing.report.drop(`Which part of the picture is shown (“${block.attrs.alt}”)`, where, 'The whole picture goes along.');
      return [
        { type: 'paragraph', children: [{ type: 'image', url: writing.picture(block.attrs.media), alt: block.attrs.alt }] },
        ...(block.attrs.caption ? [{ type: 'paragraph' as const, children: textOf(block.attrs.caption) }] : []),
      ];
    case 'codeBlock':
      return [{ type: 'code', lang: block.attrs.language || null, value: blockText(block) }];
    case 'checklist':
      return [
        {
          type: 'list',
          ordered: false,
          spread: false,
          children: block.content.map(({ content }) => ({
            type: 'listItem',
            checked: false,
            spread: false,
            children: content.flatMap((line) => lineOf(line.content)),
          })),
        },
      ];
    case 'table':
      return isPlain(block) ? tableOf(block) : wholeBlock(block, where, writing);
    default:
      return wholeBlock(block, where, writing);
  }
}

/** Markdown's tables have one row of headings, and cells of one line that reach over nothing else. */
function isPlain({ content: [first, ...others] }: TableBlock): boolean {
  const cells = [first, ...others].flatMap((row) => row?.content ?? []);
  return (
    (first?.content ?? []).every(({ type }) => type === 'tableHeader') &&
    others.every((row) => (row.content ?? []).every(({ type }) => type === 'tableCell')) &&
    cells.every(({ attrs: { colspan, rowspan }, content }) => colspan === 1 && rowspan === 1 && content.length === 1) &&
    cells.every(({ content: [line] }) => (line?.content ?? []).every(({ type }) => type === 'text'))
  );
}

function tableOf({ attrs: { caption }, content }: TableBlock): RootContent[] {
  const children = content.map((row) => ({
    type: 'tableRow' as const,
    children: (row.content ?? []).map(({ content: [line] }) => ({ type: 'tableCell' as const, children: phrases(line?.content) })),
  }));
  return [...(caption ? [{ type: 'paragraph' as const, children: textOf(caption) }] : []), { type: 'table', children }];
}

/** What Markdown has no form for leaves its words and pictures; that it moved or was answered is taken down. */
function wholeBlock(block: Block, where: string, { report, picture }: Writing): RootContent[] {
  const named = outlinedAs(block) ?? '';
  const what = blockName(block);
  report.drop(`The form of a ${what}${named === '' ? '' : ` (“${named}”)`}`, where, 'Markdown has only text and pictures. Its words stay.');
  const shown = mediaOfBlock(block);
  // A video in several sizes is one video.
  for (const name of new Set(shown.flatMap(({ as, name }) => (as === 'picture' ? [] : [name]))))
    report.drop(name, where, 'Markdown has only text and pictures. Write a .showhow file to keep it.');
  const pictures = shown.filter(({ as }) => as === 'picture');
  return [
    ...textsOfBlock(block).map((text): RootContent => ({ type: 'paragraph', children: textOf(text) })),
    ...pictures.map(({ hash, name }): RootContent => ({ type: 'paragraph', children: [{ type: 'image', url: picture(hash), alt: name }] })),
  ];
}

const lineOf = (content: readonly Inline[] | undefined): (RootContent & BlockContent)[] => {
  const children = phrases(content);
  return children.length > 0 ? [{ type: 'paragraph', children }] : [];
};

const textOf = (text: string): PhrasingContent[] =>
  text
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [...(index > 0 ? [{ type: 'break' } as const] : []), { type: 'text', value: line }]);

interface ListNode {
  type: 'bulletList' | 'orderedList';
  attrs?: { id?: string | null | undefined; start?: number | undefined } | undefined;
  content: readonly { content: readonly unknown[] }[];
}
type InItem = { type: 'paragraph'; content?: Inline[] } | ListNode;

function listOf({ type, attrs, content }: ListNode): Extract<BlockContent, { type: 'list' }> {
  const children = content.map((item): ListItem => {
    const parts = item.content as InItem[];
    return {
      type: 'listItem',
      spread: false,
      children: parts.flatMap((part): BlockContent[] => (part.type === 'paragraph' ? lineOf(part.content) : [listOf(part)])),
    };
  });
  return {
    type: 'list',
    ordered: type === 'orderedList',
    start: type === 'orderedList' ? (attrs?.start ?? 1) : null,
    spread: false,
    children,
  };
}

/** Runs of text as Markdown nests them. */
function phrases(content: readonly Inline[] | undefined): PhrasingContent[] {
  return (content ?? []).map((inline): PhrasingContent => {
    if (inline.type === 'hardBreak') return { type: 'break' };
    const marks = inline.marks ?? [];
    const has = (type: string) => marks.some((mark) => mark.type === type);
    let node: PhrasingContent = has('code') ? { type: 'inlineCode', value: inline.text } : { type: 'text', value: inline.text };
    if (has('italic')) node = { type: 'emphasis', children: [node] };
    if (has('bold')) node = { type: 'strong', children: [node] };
    for (const mark of marks) if (mark.type === 'link') node = { type: 'link', url: mark.attrs.href, children: [node] } as PhrasingContent;
    return node;
  });
}
