import { posix } from 'node:path';
import { Fault } from '../../../shared/contract/faults.ts';
import type { Archive } from '../archive/read.ts';
import { at, elementsOf, readXml, within, type XmlElement } from '../archive/xml.ts';
import { createReport, type Report } from '../convert/report.ts';
import { type Converted, heading, type Rough } from '../convert/rough.ts';
import { blocksOfShape, type Deck, isPlaceholder, linesOfText, placeholderOf } from './shapes.ts';

const largestPart = 10_000_000;

interface Part {
  root: XmlElement;
  /** Targets of its relations, by their id. */
  relations: ReadonlyMap<string, { type: string; target: string; outside: boolean }>;
}

async function readPart(archive: Archive, file: string): Promise<Part> {
  const xml = async (name: string) => readXml((await archive.bytes(name, largestPart)).toString('utf8'), archive.name);
  const beside = posix.join(posix.dirname(file), '_rels', `${posix.basename(file)}.rels`);
  const relations = archive.has(beside) ? within(await xml(beside), 'Relationship') : [];
  return {
    root: await xml(file),
    relations: new Map(
      relations.map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
        const outside = TargetMode === 'External';
        const target = outside
          ? Target
          : Target.startsWith('/')
            ? Target.slice(1)
            : posix.normalize(posix.join(posix.dirname(file), Target));
        return [Id, { type: Type.split('/').at(-1) ?? '', target, outside }];
      }),
    ),
  };
}

/** Slides as a lesson: each its heading, its text and pictures, and below them what its speaker noted. */
export async function readSlides(archive: Archive): Promise<Converted> {
  const report = createReport();
  const presentation = await readPart(archive, 'ppt/presentation.xml');
  const files = within(presentation.root, 'sldId').map(({ attributes }) => presentation.relations.get(attributes['r:id'] ?? '')?.target);
  if (files.length === 0) throw new Fault('DOCUMENT_UNREADABLE', { name: archive.name });
  const blocks: Rough[] = [];
  let title = '';
  for (const [index, file] of files.entries()) {
    const where = `slide ${index + 1}`;
    if (!file || !archive.has(file)) {
      report.drop('A slide', where, 'It is not in the file.');
      continue;
    }
    const slide = await slideOf(archive, file, where, report);
    if (!slide) continue;
    if (index === 0) title = slide.title.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
    else if (slide.title.length > 0) blocks.push(heading(2, slide.title));
    blocks.push(...slide.blocks);
  }
  return { title, objective: '', language: '', blocks, dropped: report.dropped };
}

async function slideOf(archive: Archive, file: string, where: string, report: Report) {
  const part = await readPart(archive, file);
  if (part.root.attributes.show === '0') {
    report.drop('A hidden slide', where, 'It is not shown, so it was not taken.');
    return null;
  }
  if (at(part.root, 'timing')) report.drop('Movements and their order', where, 'A lesson is read from top to bottom.');
  const deck: Deck = {
    where,
    report,
    points: true,
    file: (id) => {
      const relation = part.relations.get(id);
      return relation && !relation.outside && archive.has(relation.target) ? relation.target : null;
    },
    address: (id) => part.relations.get(id)?.target ?? '',
  };
  const tree = at(part.root, 'cSld', 'spTree');
  const shapes = tree ? elementsOf(tree) : [];
  const titled = shapes.find((shape) => isPlaceholder(shape, 'title', 'ctrTitle'));
  const text = titled ? at(titled, 'txBody') : null;
  const title = text
    ? linesOfText(text, deck).flatMap(({ content }, index) => (index === 0 ? content : [{ type: 'text' as const, text: ' ' }, ...content]))
    : [];
  const blocks = shapes.filter((shape) => shape !== titled).flatMap((shape) => blocksOfShape(shape, deck));
  return { title, blocks: [...blocks, ...(await notesOf(archive, part, deck))] };
}

async function notesOf(archive: Archive, { relations }: Part, deck: Deck): Promise<Rough[]> {
  const file = [...relations.values()].find(({ type }) => type === 'notesSlide')?.target;
  if (!file || !archive.has(file)) return [];
  const { root } = await readPart(archive, file);
  const tree = at(root, 'cSld', 'spTree');
  const body = (tree ? elementsOf(tree) : []).filter((shape) => placeholderOf(shape)?.type === 'body');
  return body.flatMap((shape) => blocksOfShape(shape, { ...deck, points: false, where: `the notes of ${deck.where}` }));
}
