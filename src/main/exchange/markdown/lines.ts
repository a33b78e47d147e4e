import type { Definition, Image, ImageReference, Nodes, PhrasingContent } from 'mdast';
import type { Inline } from '../../../shared/model/blocks/inline.ts';
import { textOfHtml } from '../convert/html-nodes.ts';
import { type Report, shortened } from '../convert/report.ts';
import { paragraph, type Rough, words } from '../convert/rough.ts';
import { linked, type Mark, run, tidy, withMark } from '../convert/runs.ts';

export interface MarkdownSource {
  report: Report;
  definitions: ReadonlyMap<string, Definition>;
  /** The file that a picture's address means; null where it is none that lies beside the text. */
  picture(address: string): string | null;
}

export const placeOf = ({ position }: Nodes): string => (position ? `line ${position.start.line}` : 'the text');

/** A line of text as blocks: a picture in it stands by itself, between the words before and after it. */
export function blocksOfLine(nodes: readonly PhrasingContent[], source: MarkdownSource, block: (content: Inline[]) => Rough): Rough[] {
  const blocks: Rough[] = [];
  let line: Inline[] = [];
  const endLine = () => {
    const content = tidy(line);
    if (content.length > 0) blocks.push(block(content));
    line = [];
  };
  const walk = (children: readonly PhrasingContent[], marks: readonly Mark[]) => {
    for (const node of children) {
      if (node.type === 'image' || node.type === 'imageReference') {
        endLine();
        blocks.push(...pictureOf(node, source));
      } else line.push(...inlinesOf(node, marks, source, walk));
    }
  };
  walk(nodes, []);
  endLine();
  return blocks;
}

function pictureOf(node: Image | ImageReference, { definitions, picture, report }: MarkdownSource): Rough[] {
  const where = placeOf(node);
  const address = node.type === 'image' ? node.url : (definitions.get(node.identifier)?.url ?? '');
  const alt = (node.alt ?? '').trim();
  const file = picture(address);
  if (file !== null) return [{ type: 'picture', file, alt, where }];
  const why = /^[a-z][a-z0-9+.-]*:/i.test(address)
    ? 'It lies somewhere else. Put it into the lesson by hand.'
    : 'It does not lie beside the file.';
  report.drop(`The picture ${address.slice(0, 100)}${alt && ` (${alt})`}`, where, why);
  return alt === '' ? [] : [paragraph(words(`[${alt}]`))];
}

type Walk = (children: readonly PhrasingContent[], marks: readonly Mark[]) => void;

/** What a node adds to the line; one with others in it walks through them itself. */
function inlinesOf(
  node: Exclude<PhrasingContent, Image | ImageReference>,
  marks: readonly Mark[],
  source: MarkdownSource,
  walk: Walk,
): Inline[] {
  const { report } = source;
  const where = placeOf(node);
  switch (node.type) {
    case 'text':
      return run(node.value.replaceAll('\n', ' '), marks);
    case 'inlineCode':
      return run(node.value, withMark(marks, { type: 'code' }));
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'html':
      return markupOf(node.value, where, report);
    case 'footnoteReference':
      return run(`[${node.label ?? node.identifier}]`, marks);
    case 'strong':
      walk(node.children, withMark(marks, { type: 'bold' }));
      return [];
    case 'emphasis':
      walk(node.children, withMark(marks, { type: 'italic' }));
      return [];
    case 'link':
      walk(node.children, linked(marks, node.url, where, report));
      return [];
    case 'linkReference':
      walk(node.children, linked(marks, source.definitions.get(node.identifier)?.url ?? '', where, report));
      return [];
    case 'delete':
      report.drop('Striking out', where, 'A lesson marks words bold, italic or as code. The words stay.');
      walk(node.children, marks);
      return [];
  }
}

function markupOf(value: string, where: string, report: Report): Inline[] {
  if (/^<br\s*\/?>$/i.test(value)) return [{ type: 'hardBreak' }];
  // The closing half of a pair says nothing of its own.
  if (!value.startsWith('</')) report.drop(`The markup ${shortened(value)}`, where, 'Only Markdown is read within a line. The words stay.');
  return words(textOfHtml(value));
}
