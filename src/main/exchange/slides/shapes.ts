import type { Inline } from '../../../shared/model/blocks/inline.ts';
import { at, elementsOf, within, type XmlElement } from '../archive/xml.ts';
import type { Report } from '../convert/report.ts';
import { type InnerList, type Item, inner, list, paragraph, type Rough } from '../convert/rough.ts';
import { linked, type Mark, run, tidy, withMark } from '../convert/runs.ts';

/** What a shape needs to know of the slide it is on. */
export interface Deck {
  where: string;
  report: Report;
  /** Whether the lines of a body are points of a list, as on a slide and unlike in notes. */
  points: boolean;
  /** The file that a relation names; null where it is none of this presentation. */
  file(id: string): string | null;
  /** The address that a relation names. */
  address(id: string): string;
}

export const placeholderOf = (shape: XmlElement): { type: string } | null => {
  const found = elementsOf(shape).flatMap((part) => (part.name.startsWith('nv') ? within(part, 'ph') : []))[0];
  return found ? { type: found.attributes.type ?? 'body' } : null;
};
export const isPlaceholder = (shape: XmlElement, ...types: string[]): boolean => types.includes(placeholderOf(shape)?.type ?? '');

/** What stands on every slide and tells nothing of this one. */
const onEverySlide = ['sldNum', 'dt', 'ftr', 'hdr', 'sldImg'];

export function blocksOfShape(shape: XmlElement, deck: Deck): Rough[] {
  const { report, where } = deck;
  switch (shape.name) {
    case 'sp': {
      const text = at(shape, 'txBody');
      if (isPlaceholder(shape, ...onEverySlide)) {
        if (isPlaceholder(shape, 'ftr', 'hdr') && text && linesOfText(text, deck).length > 0)
          report.drop('The line at the foot of the slide', where, 'A lesson has no slides.');
        return [];
      }
      if (!text) return [];
      const lines = linesOfText(text, deck);
      // The body of a slide has points where nothing else is said: that stands in the master, and is what one sees.
      const points = deck.points && lines.length > 1 && isPlaceholder(shape, 'body', 'obj');
      return blocksOfText(points ? lines.map((line) => (line.plain ? line : { ...line, point: line.point ?? 'bulletList' })) : lines);
    }
    case 'grpSp':
      return elementsOf(shape).flatMap((part) => blocksOfShape(part, deck));
    case 'pic':
      return pictureOf(shape, deck);
    case 'graphicFrame':
      return frameOf(shape, deck);
    case 'AlternateContent': {
      // The same thing for newer and for older programs: the plain one is read.
      const plain = elementsOf(shape).find(({ name }) => name === 'Fallback') ?? elementsOf(shape)[0];
      return plain ? elementsOf(plain).flatMap((part) => blocksOfShape(part, deck)) : [];
    }
    case 'cxnSp':
      report.drop('A line between shapes', where, 'Only text, tables and pictures are taken.');
      return [];
    case 'contentPart':
      report.drop('Something drawn by hand', where, 'Only text, tables and pictures are taken.');
      return [];
    default:
      return [];
  }
}

function pictureOf(shape: XmlElement, { file, report, where }: Deck): Rough[] {
  const properties = at(shape, 'nvPicPr', 'cNvPr')?.attributes ?? {};
  const alt = (properties.descr ?? '').trim();
  const media = within(shape, 'media')[0]?.attributes['r:embed'];
  const clip = media ? file(media) : null;
  if (clip) return [{ type: 'clip', file: clip, title: properties.name ?? '', where }];
  if (within(shape, 'videoFile', 'audioFile').length > 0)
    report.drop('A video or a sound that lies elsewhere', where, 'Import it by itself.');
  const blip = at(shape, 'blipFill', 'blip')?.attributes['r:embed'] ?? '';
  const picture = file(blip);
  if (picture) return [{ type: 'picture', file: picture, alt, where }];
  report.drop(`A picture${alt && ` (${alt})`}`, where, 'It is not in the file.');
  return [];
}

const graphics: Record<string, string> = { chart: 'A chart', relIds: 'A drawn diagram', oleObj: 'A file inside the slide' };

function frameOf(shape: XmlElement, deck: Deck): Rough[] {
  const [table] = within(shape, 'tbl');
  if (table) {
    const rows = elementsOf(table)
      .filter(({ name }) => name === 'tr')
      .map((row) =>
        elementsOf(row)
          .filter(({ name }) => name === 'tc')
          .map((cell) => cellOf(cell, deck)),
      );
    if (within(table, 'tc').some(({ attributes }) => attributes.hMerge === '1' || attributes.vMerge === '1'))
      deck.report.drop('Joined cells of a table', deck.where, 'Every cell stands by itself; the words are in the first.');
    const headed = at(table, 'tblPr')?.attributes.firstRow === '1';
    return rows.length > 0 ? [{ type: 'rows', rows, headed, where: deck.where }] : [];
  }
  const [graphic] = within(shape, ...Object.keys(graphics));
  deck.report.drop(graphics[graphic?.name ?? ''] ?? 'A drawing', deck.where, 'It is no picture. Save it as one, and put it in.');
  return [];
}

function cellOf(cell: XmlElement, deck: Deck): Inline[] {
  const text = at(cell, 'txBody');
  return (text ? linesOfText(text, deck) : []).flatMap(({ content }, index) =>
    index === 0 ? content : [{ type: 'hardBreak' } as const, ...content],
  );
}

interface Line {
  content: Inline[];
  /** What it is headed by, where it is a point of a list, and how deep it lies. */
  point: 'bulletList' | 'orderedList' | null;
  level: number;
  /** It is said that it is no point. */
  plain: boolean;
}

/** The lines of a text, without empty ones. */
export function linesOfText(text: XmlElement, deck: Deck): Line[] {
  return elementsOf(text)
    .filter(({ name }) => name === 'p')
    .flatMap((line): Line[] => {
      const content = tidy(elementsOf(line).flatMap((part) => inlinesOf(part, deck)));
      if (content.length === 0) return [];
      const properties = at(line, 'pPr');
      const has = (name: string) => properties !== null && at(properties, name) !== null;
      const level = Number(properties?.attributes.lvl ?? 0);
      const point = has('buAutoNum') ? 'orderedList' : has('buChar') || (level > 0 && !has('buNone')) ? 'bulletList' : null;
      return [{ content, point, level: Number.isFinite(level) ? Math.min(Math.max(0, level), 8) : 0, plain: has('buNone') }];
    });
}

function inlinesOf(part: XmlElement, { where, report, address }: Deck): Inline[] {
  if (part.name === 'br') return [{ type: 'hardBreak' }];
  if (part.name !== 'r' && part.name !== 'fld') return [];
  const text =
    at(part, 't')
      ?.children.filter((child) => typeof child === 'string')
      .join('') ?? '';
  const look = at(part, 'rPr');
  let marks: Mark[] = [];
  if (look?.attributes.b === '1') marks = withMark(marks, { type: 'bold' });
  if (look?.attributes.i === '1') marks = withMark(marks, { type: 'italic' });
  const link = look ? at(look, 'hlinkClick')?.attributes['r:id'] : undefined;
  if (link) marks = linked(marks, address(link), where, report);
  return run(text.replace(/[\t\n\r\v]+/g, ' '), marks);
}

/** Lines as paragraphs, and neighbouring points as one list. */
function blocksOfText(lines: readonly Line[]): Rough[] {
  const blocks: Rough[] = [];
  let points: Line[] = [];
  const endList = () => {
    const [first] = points;
    if (first) blocks.push(list(listOf(points, first.point ?? 'bulletList')));
    points = [];
  };
  for (const line of lines) {
    if (line.point && (points.length === 0 || line.level > 0 || points[0]?.point === line.point)) points.push(line);
    else {
      endList();
      if (line.point) points.push(line);
      else blocks.push(paragraph(line.content));
    }
  }
  endList();
  return blocks;
}

/** Points as a list; deeper ones below the one before them. */
function listOf(points: readonly Line[], type: InnerList['type']): InnerList {
  const top = Math.min(...points.map(({ level }) => level));
  const content: Item[] = [];
  let below: Line[] = [];
  const endBelow = () => {
    const [first] = below;
    if (first) content.at(-1)?.content.push(listOf(below, first.point ?? 'bulletList'));
    below = [];
  };
  for (const point of points) {
    if (point.level > top && content.length > 0) below.push(point);
    else {
      endBelow();
      content.push({ type: 'listItem', content: [inner(point.content)] });
    }
  }
  endBelow();
  return { type, content };
}
