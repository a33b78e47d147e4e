import { v4 } from 'uuid';
import type { Block } from '../../../shared/model/blocks/index.ts';
import type { Inline } from '../../../shared/model/blocks/inline.ts';
import { Language } from '../../../shared/model/captions/captions.ts';
import { maxBlocks } from '../../../shared/model/document.ts';
import type { Dropped } from '../../../shared/model/dropped.ts';
import { ModuleContent } from '../../../shared/model/module.ts';
import { wellFormed } from '../../modules/well-formed.ts';
import { createReport, type Report } from './report.ts';
import { type Converted, heading, inner, list, paragraph, type Rough, words } from './rough.ts';

/** What became of a file of a document: kept in the store, or the reason why not. */
export type Kept =
  | { as: 'picture'; hash: string; width: number; height: number }
  | { as: 'video'; hash: string; width: number; height: number; duration: number }
  | { as: 'nothing'; why: string };

const languageOf = (language: string): string => Language.safeParse(language).data ?? 'en';

/** The lesson that a document becomes, once it is known what became of its files. */
export function settle(
  converted: Converted,
  kept: ReadonlyMap<string, Kept>,
  fallbackTitle: string,
): { content: ModuleContent; dropped: Dropped[] } {
  const report = createReport();
  for (const { what, where, why } of converted.dropped) report.drop(what, where, why);
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
  return { content, dropped: report.dropped };
}

function settled(rough: Rough, kept: ReadonlyMap<string, Kept>, report: Report): Block[] {
  switch (rough.type) {
    case 'picture':
    case 'clip':
      return fileBlock(rough, kept.get(rough.file), report);
    case 'rows':
      report.drop('The look of a table', rough.where, 'Each row became a line of a list; the words stay.');
      return [lines(rough.rows.map((row) => joined(row, ' · ')))];
    case 'source':
      return [paragraph(rough.text.split('\n').flatMap((line, index) => [...(index > 0 ? [pause] : []), ...code(line)]))];
    case 'tasks':
      return [lines(rough.items)];
    case 'folds':
      return rough.parts.flatMap(({ title, text }) => [heading(3, words(title)), ...text.map(paragraph)]);
    case 'sides':
      return [lines(rough.cards.map(({ front, back }) => words([front, back].filter(Boolean).join(' — '))))];
    default:
      return [rough];
  }
}

const pause: Inline = { type: 'hardBreak' };
const code = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text, marks: [{ type: 'code' }] }]);
const lines = (items: readonly Inline[][]): Block =>
  list({ type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [inner([...item])] })) });
const joined = (parts: readonly Inline[][], between: string): Inline[] =>
  parts.flatMap((part, index) => [...(index > 0 ? words(between) : []), ...part]);

function fileBlock(rough: Extract<Rough, { type: 'picture' | 'clip' }>, kept: Kept | undefined, report: Report): Block[] {
  const { file, where } = rough;
  const called = file.split('/').at(-1) ?? file;
  if (rough.type === 'picture' && kept?.as === 'picture') {
    const { hash: media, width, height } = kept;
    const alt = report.cut(rough.alt, 500, 'an alternative text', where);
    return [{ type: 'image', attrs: { id: v4(), media, alt, decorative: false, width, height } }];
  }
  if (rough.type === 'clip' && kept?.as === 'video') {
    const { hash: media, width, height, duration } = kept;
    const title = report.cut(rough.title, 120, 'the title of a video', where);
    const asked = rough.questions?.filter(({ at }) => at <= duration) ?? [];
    for (const { at, quiz } of rough.questions ?? [])
      if (at > duration) report.drop(`The question “${quiz.question}”`, where, 'It is asked after the end of the video.');
    const questions = asked.length > 0 && { questions: asked };
    return [{ type: 'video', attrs: { id: v4(), media, poster: null, title, duration, width, height, ...questions } }];
  }
  const why = kept?.as === 'nothing' ? kept.why : 'It is not in the file.';
  report.drop(`${rough.type === 'picture' ? 'The picture' : 'The video'} ${called}`, where, why);
  if (rough.type === 'clip') return (rough.questions ?? []).map(({ id, quiz }): Block => ({ type: 'quiz', attrs: { id, quiz } }));
  return rough.alt === '' ? [] : [paragraph([{ type: 'text', text: `[${rough.alt}]` }])];
}
