import { posix } from 'node:path';
import type { z } from 'zod';
import { Fault } from '../../../shared/contract/faults.ts';
import type { QuizBlock } from '../../../shared/model/blocks/quiz.ts';
import { clock } from '../../../shared/model/clock.ts';
import { type MomentQuiz, maxVideoQuestions, type VideoQuestion } from '../../../shared/model/quiz/model.ts';
import type { Archive } from '../archive/read.ts';
import { blocksOfHtml } from '../convert/html.ts';
import { textOfHtml } from '../convert/html-nodes.ts';
import { createReport, type Report } from '../convert/report.ts';
import { type Converted, heading, paragraph, type Rough, words } from '../convert/rough.ts';
import { linked, run } from '../convert/runs.ts';
import * as h5p from './model.ts';
import { blanks, dragText, markTheWords, multiChoice, type Place, singleChoiceSet, trueFalse } from './questions.ts';

const largestText = 10_000_000;
const deepest = 8;

async function readJson(archive: Archive, file: string): Promise<unknown> {
  const broken = (cause?: unknown) => new Fault('ARCHIVE_BROKEN', { name: archive.name }, { cause });
  if (!archive.has(file)) throw broken();
  try {
    return JSON.parse((await archive.bytes(file, largestText)).toString('utf8'));
  } catch (error) {
    throw error instanceof SyntaxError ? broken(error) : error;
  }
}

interface Context extends Place {
  report: Report;
  /** The file that a path in the content means, or null. */
  file(path: string): string | null;
  depth: number;
}

/** An H5P as a lesson: text, pictures, videos, and the kinds of questions that a lesson has. */
export async function readH5p(archive: Archive): Promise<Converted> {
  const head = h5p.H5pHead.safeParse(await readJson(archive, 'h5p.json'));
  if (!head.success) throw new Fault('ARCHIVE_BROKEN', { name: archive.name }, { cause: head.error });
  const report = createReport();
  const file = (path: string) => {
    const name = posix.normalize(posix.join('content', path));
    return archive.has(name) && name.startsWith('content/') ? name : null;
  };
  const { title, language, mainLibrary } = head.data;
  const params = await readJson(archive, 'content/content.json');
  const blocks = blocksOf({ library: mainLibrary, params }, { where: 'the beginning', report, file, depth: 0 });
  return { title: textOfHtml(title), objective: '', language: language === 'und' ? '' : language, blocks, dropped: report.dropped };
}

type Reader = (content: h5p.Content, context: Context) => Rough[];

/** A kind whose parameters are as expected; where they are not, the whole part is taken down. */
function reads<M extends z.ZodType>(model: M, read: (params: z.infer<M>, context: Context, content: h5p.Content) => Rough[]): Reader {
  return (content, context) => {
    const params = model.safeParse(content.params);
    if (params.success) return read(params.data, context, content);
    context.report.drop(named(content), context.where, 'It could not be read.');
    return [];
  };
}

const html = (text: string, { where, report }: Context): Rough[] => blocksOfHtml(text, { where, report, picture: () => null });
const all = (contents: readonly (h5p.Content | undefined)[], context: Context): Rough[] =>
  contents.flatMap((content) => (content ? blocksOf(content, context) : []));
/** A picture or video that belongs to a question stands before it. */
const before = (media: { type?: h5p.Content | undefined } | undefined, context: Context): Rough[] => all([media?.type], context);

const readers: Record<string, Reader> = {
  AdvancedText: reads(h5p.Text, ({ text }, context) => html(text, context)),
  Text: reads(h5p.Text, ({ text }, context) => html(text, context)),
  Table: reads(h5p.Text, ({ text }, context) => html(text, context)),
  Image: reads(h5p.Image, pictureOf),
  Video: reads(h5p.Video, ({ sources, title }, context, content) =>
    videoOf(
      sources.map(({ path }) => path),
      title ?? titleOf(content),
      context,
    ),
  ),
  Link: reads(h5p.Link, ({ title, linkWidget: { protocol, url } }, { where, report }) => {
    const address = /^[a-z]+:/i.test(url) ? url : `${protocol}${url}`;
    return [paragraph(run(textOfHtml(title) || address, linked([], address, where, report)))];
  }),
  Accordion: reads(h5p.Accordion, ({ panels }, context) => (panels.length === 0 ? [] : [foldsOf(panels, context)])),
  Dialogcards: reads(h5p.DialogCards, ({ dialogs, title }, context) => [...html(title, context), ...cardsOf(dialogs, context)]),
  Flashcards: reads(h5p.Flashcards, ({ cards, description }, context) => [...html(description, context), ...cardsOf(cards, context)]),
  MultiChoice: reads(h5p.MultiChoice, (params, context) => [...before(params.media, context), ...multiChoice(params, context)]),
  TrueFalse: reads(h5p.TrueFalse, (params, context) => [...before(params.media, context), ...trueFalse(params, context)]),
  SingleChoiceSet: reads(h5p.SingleChoiceSet, singleChoiceSet),
  Blanks: reads(h5p.Blanks, blanks),
  DragText: reads(h5p.Gapped, dragText),
  MarkTheWords: reads(h5p.Gapped, markTheWords),
  Column: reads(h5p.Column, ({ content }, context) =>
    all(
      content.map((part) => part.content),
      context,
    ),
  ),
  QuestionSet: reads(h5p.QuestionSet, ({ introPage, questions }, context) => [
    ...html(introPage?.introduction ?? '', context),
    ...all(questions, context),
  ]),
  InteractiveBook: reads(h5p.Book, ({ chapters }, context) =>
    chapters.flatMap((chapter, index) => {
      const title = titleOf(chapter) || `Chapter ${index + 1}`;
      return [heading(2, words(title)), ...blocksOf(chapter, { ...context, where: `the chapter “${title}”` })];
    }),
  ),
  CoursePresentation: reads(h5p.Presentation, ({ presentation: { slides } }, context) =>
    slides.flatMap(({ elements }, index) =>
      all(
        elements.map(({ action }) => action),
        { ...context, where: `slide ${index + 1}` },
      ),
    ),
  ),
  InteractiveVideo: reads(h5p.InteractiveVideo, interactiveVideo),
};

function blocksOf(content: h5p.Content, context: Context): Rough[] {
  const kind = /^H5P\.([A-Za-z]+)/.exec(content.library)?.[1] ?? '';
  const reader = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  if (reader && context.depth < deepest) return reader(content, { ...context, depth: context.depth + 1 });
  // A part that was left empty is none.
  if (content.library !== '') context.report.drop(named(content), context.where, 'A lesson has nothing of this kind.');
  return [];
}

const titleOf = ({ metadata }: h5p.Content): string => textOfHtml(metadata?.title ?? '');
const named = (content: h5p.Content): string => {
  const kind = content.library.replace(/^H5P\./, '').replace(/ [\d.]+$/, '');
  return `${kind || 'A part'}${titleOf(content) && ` (“${titleOf(content)}”)`}`;
};

function pictureOf({ file, alt }: z.infer<typeof h5p.Image>, { report, where, file: find }: Context): Rough[] {
  const found = file ? find(file.path) : null;
  if (found) return [{ type: 'picture', file: found, alt: textOfHtml(alt), where }];
  report.drop(`A picture${alt && ` (${alt})`}`, where, 'It is not in the file.');
  return [];
}

/** One of the files of a video, which are the same in different formats: the first that is MP4. */
function videoOf(paths: readonly string[], title: string, { where, report, file }: Context): Rough[] {
  const files = paths.flatMap((path) => file(path) ?? []);
  const best = files.find((name) => name.toLowerCase().endsWith('.mp4')) ?? files[0];
  if (best) return [{ type: 'clip', file: best, title, where }];
  const [address] = paths;
  if (!address) return [];
  report.drop(`The video ${title || address.slice(0, 100)}`, where, 'It lies somewhere else. Its address stays as a link.');
  return [paragraph(run(title || address, linked([], address, where, report)))];
}

/** A question that a video can ask itself. */
const isAsked = (block: Rough): block is QuizBlock & { attrs: { quiz: MomentQuiz } } =>
  block.type === 'quiz' && block.attrs.quiz.kind !== 'hotspot';

/** A video with its questions at their moments; what else is shown in it stands below, in the same order. */
function interactiveVideo(
  { interactiveVideo: { video, assets, summary } }: z.infer<typeof h5p.InteractiveVideo>,
  context: Context,
  content: h5p.Content,
): Rough[] {
  const title = video.startScreenOptions?.title ?? titleOf(content);
  const shown = assets.interactions
    .toSorted((a, b) => a.duration.from - b.duration.from)
    .flatMap(({ duration: { from }, action }) =>
      all([action], { ...context, where: `${clock(from)} of the video` }).map((block) => ({ from, block })),
    );
  const [clip, ...beside] = videoOf(
    video.files.map(({ path }) => path),
    title,
    context,
  );
  const below = all([summary?.task], context);
  if (clip?.type !== 'clip') return [...(clip ? [clip] : []), ...beside, ...shown.map(({ block }) => block), ...below];
  const questions: VideoQuestion[] = [];
  const rest: Rough[] = [];
  for (const { from, block } of shown) {
    if (isAsked(block) && questions.length < maxVideoQuestions) questions.push({ id: block.attrs.id, at: from, quiz: block.attrs.quiz });
    else rest.push(block);
  }
  if (rest.length > 0)
    context.report.drop(
      'The moments at which something is shown in the video',
      context.where,
      'It stands below the video, in the same order.',
    );
  return [{ ...clip, questions }, ...rest, ...below];
}

function foldsOf(panels: z.infer<typeof h5p.Accordion>['panels'], context: Context): Rough {
  const parts = panels.map(({ title, content }) => {
    const text = all([content], context).flatMap((block) => {
      if (block.type === 'paragraph' || block.type === 'heading') return [[...(block.content ?? [])]];
      context.report.drop('What is no text in a section that folds out', context.where, 'Such a section has only text.');
      return [];
    });
    return { title: textOfHtml(title), text };
  });
  return { type: 'folds', parts, where: context.where };
}

function cardsOf(cards: z.infer<typeof h5p.DialogCards>['dialogs'], { report, where, file }: Context): Rough[] {
  const pictures = cards.flatMap(({ image, text }): Rough[] => {
    const found = image ? file(image.path) : null;
    if (found) report.drop('That a picture is on a card', where, 'It stands below the cards.');
    return found ? [{ type: 'picture', file: found, alt: textOfHtml(text), where }] : [];
  });
  if (cards.length === 0) return [];
  return [
    { type: 'sides', cards: cards.map(({ text, answer }) => ({ front: textOfHtml(text), back: textOfHtml(answer) })), where },
    ...pictures,
  ];
}
