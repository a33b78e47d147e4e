import { v4 } from 'uuid';
import type { AccordionBlock } from '../../../shared/model/blocks/accordion.ts';
import type { ChecklistBlock } from '../../../shared/model/blocks/checklist.ts';
import { type CodeBlock, longestLanguage } from '../../../shared/model/blocks/code.ts';
import { type FlipCardsBlock, longestSide, maxCards } from '../../../shared/model/blocks/flip-cards.ts';
import type { Block } from '../../../shared/model/blocks/index.ts';
import type { Inline } from '../../../shared/model/blocks/inline.ts';
import type { TableBlock } from '../../../shared/model/blocks/table.ts';
import { Language } from '../../../shared/model/captions/captions.ts';
import { maxBlocks } from '../../../shared/model/document.ts';
import type { Dropped } from '../../../shared/model/dropped.ts';
import { ModuleContent } from '../../../shared/model/module.ts';
import { wellFormed } from '../../modules/well-formed.ts';
import { createReport, type Report } from './report.ts';
import {
  type Converted,
  inner,
  paragraph,
  type Rough,
  type RoughCards,
  type RoughCode,
  type RoughFolds,
  type RoughTable,
} from './rough.ts';

/** What became of a file of a document: kept in the store, or the reason why not. */
export type Kept =
  | { as: 'picture'; hash: string; width: number; height: number }
  | { as: 'video'; hash: string; poster: string; width: number; height: number; duration: number }
  | { as: 'nothing'; why: string };

const languageOf = (language: string): string => Language.safeParse(language).data ?? 'en';

/** The lesson that a document becomes, once it is known what became of its files. */
export function settle(
  converted: Converted,
  kept: ReadonlyMap<string, Kept>,
  fallbackTitle: string,
): { content: ModuleContent; dropped: Dropped[] } {
  const report = createReport();
  const blocks = converted.blocks.flatMap((rough) => settled(rough, kept, report));
  if (blocks.length > maxBlocks)
    report.drop(`The last ${blocks.length - maxBlocks} parts`, 'the end', `A lesson has at most ${maxBlocks} parts. Divide the document.`);
  const content = ModuleContent.parse(
    wellFormed({
      title: report.cut(converted.title || fallbackTitle, 120, 'the title', 'the title'),
      objective: report.cut(converted.objective, 300, 'the objective', 'the objective'),
      language: languageOf(converted.language),
      body: { type: 'doc', content: blocks.length > 0 ? blocks.slice(0, maxBlocks) : [paragraph([])] },
    }),
  );
  return { content, dropped: [...converted.dropped, ...report.dropped] };
}

function settled(rough: Rough, kept: ReadonlyMap<string, Kept>, report: Report): Block[] {
  switch (rough.type) {
    case 'picture':
    case 'clip':
      return fileBlock(rough, kept.get(rough.file), report);
    case 'rows':
      return [table(rough, report)];
    case 'source':
      return [source(rough, report)];
    case 'tasks':
      return [{ type: 'checklist', attrs: { id: v4() }, content: rough.items.map(point) }];
    case 'folds':
      return [{ type: 'accordion', attrs: { id: v4() }, content: rough.parts.map(section) }];
    case 'sides':
      return cards(rough, report);
    default:
      return [rough];
  }
}

/** No page shows more of them. A short row is filled up, so a wide heading over many rows would be millions of cells. */
const mostColumns = 100;
const mostCells = 20_000;

/** Rows as long as the longest one, the first of them as heading where it is one. */
function table({ rows: all, headed, where }: RoughTable, report: Report): TableBlock {
  const wanted = all.reduce((most, row) => Math.max(most, row.length), 1);
  const widest = Math.min(wanted, mostColumns);
  const rows = all.slice(0, Math.floor(mostCells / widest));
  if (wanted > widest) report.drop(`The last ${wanted - widest} columns of a table`, where, `A table has at most ${mostColumns} columns.`);
  if (all.length > rows.length)
    report.drop(`The last ${all.length - rows.length} rows of a table`, where, `A table has at most ${mostCells} cells.`);
  const cell = (content: Inline[], type: 'tableCell' | 'tableHeader') => ({
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: [inner(content)],
  });
  return {
    type: 'table',
    attrs: { id: v4(), caption: '' },
    content: rows.map((row, index) => ({
      type: 'tableRow' as const,
      content: Array.from({ length: widest }, (_, column) =>
        cell([...(row[column] ?? [])], headed && index === 0 ? 'tableHeader' : 'tableCell'),
      ),
    })),
  };
}

function source({ text, language, where }: RoughCode, report: Report): CodeBlock {
  const named = report.cut(language, longestLanguage, 'the language of code', where);
  return { type: 'codeBlock', attrs: { id: v4(), language: named }, ...(text !== '' && { content: [{ type: 'text' as const, text }] }) };
}

const point = (content: Inline[]): ChecklistBlock['content'][number] => ({
  type: 'checkItem',
  attrs: { id: v4() },
  content: [inner(content)],
});

function section({ title, text }: RoughFolds['parts'][number]): AccordionBlock['content'][number] {
  const [first = [], ...others] = text;
  const named = { type: 'accordionTitle' as const, ...(title !== '' && { content: [{ type: 'text' as const, text: title }] }) };
  return { type: 'accordionSection', content: [named, inner(first), ...others.map(inner)] };
}

/** As many cards as a block holds, and the others in blocks behind it. */
function cards(rough: RoughCards, report: Report): FlipCardsBlock[] {
  const side = (text: string) => ({ text: report.cut(text, longestSide, 'the text of a card', rough.where) });
  const all = rough.cards.map(({ front, back }) => ({ id: v4(), front: side(front), back: side(back) }));
  return Array.from({ length: Math.ceil(all.length / maxCards) }, (_, index) => ({
    type: 'flipCards',
    attrs: { id: v4(), cards: all.slice(index * maxCards, (index + 1) * maxCards) },
  }));
}

function fileBlock(rough: Extract<Rough, { type: 'picture' | 'clip' }>, kept: Kept | undefined, report: Report): Block[] {
  const { file, where } = rough;
  const called = file.split('/').at(-1) ?? file;
  if (rough.type === 'picture' && kept?.as === 'picture') {
    const { hash: media, width, height } = kept;
    const alt = report.cut(rough.alt, 500, 'an alternative text', where);
    return [{ type: 'image', attrs: { id: v4(), media, alt, decorative: false, width, height } }];
  }
  if (rough.type === 'clip' && kept?.as === 'video') {
    const { hash: media, poster, width, height, duration } = kept;
    const title = report.cut(rough.title, 120, 'the title of a video', where);
    const asked = rough.questions?.filter(({ at }) => at <= duration) ?? [];
    for (const { at, quiz } of rough.questions ?? [])
      if (at > duration) report.drop(`The question “${quiz.question}”`, where, 'It is asked after the end of the video.');
    const questions = asked.length > 0 && { questions: asked };
    return [{ type: 'video', attrs: { id: v4(), media, poster, title, duration, width, height, ...questions } }];
  }
  const why = kept?.as === 'nothing' ? kept.why : 'It is not in the file.';
  report.drop(`${rough.type === 'picture' ? 'The picture' : 'The video'} ${called}`, where, why);
  if (rough.type === 'clip') return (rough.questions ?? []).map(({ id, quiz }): Block => ({ type: 'quiz', attrs: { id, quiz } }));
  return rough.alt === '' ? [] : [paragraph([{ type: 'text', text: `[${rough.alt}]` }])];
}
