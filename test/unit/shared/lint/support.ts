import type { Block } from '../../../../src/shared/model/blocks/index.ts';
import { contextOf, type VideoFacts } from '../../../../src/shared/model/lint/context.ts';
import type { Finding } from '../../../../src/shared/model/lint/finding.ts';
import { lint } from '../../../../src/shared/model/lint/lint.ts';
import type { FaintWord, PictureFacts } from '../../../../src/shared/model/lint/pictures.ts';
import type { ModuleContent } from '../../../../src/shared/model/module.ts';
import type { ChoiceQuiz } from '../../../../src/shared/model/quiz/model.ts';

let count = 0;
export const newId = (): string => `0197a3c1-0000-4000-8000-${String(++count).padStart(12, '0')}`;

type Mark = { type: 'bold' } | { type: 'link'; attrs: { href: string } };
export const words = (text: string, ...marks: Mark[]) => ({ type: 'text' as const, text, ...(marks.length > 0 && { marks }) });
export const link = (text: string, href: string) => words(text, { type: 'link', attrs: { href } });
export const paragraph = (...content: (string | ReturnType<typeof words>)[]): Block => ({
  type: 'paragraph',
  attrs: { id: newId() },
  content: content.map((part) => (typeof part === 'string' ? words(part) : part)),
});
export const heading = (text: string, level: 2 | 3 = 2): Block => ({
  type: 'heading',
  attrs: { id: newId(), level },
  ...(text && { content: [words(text)] }),
});
export const picture = (alt: string, decorative = false): Block => ({
  type: 'image',
  attrs: { id: newId(), media: 'a'.repeat(64), alt, decorative, width: 10, height: 10 },
});
export const video = (
  more: { title?: string; captions?: { media: string; language: string }; part?: { from: number; to: number } } = {},
): Block => ({
  type: 'video',
  attrs: { id: newId(), media: 'b'.repeat(64), poster: null, title: 'Closing', duration: 60, width: 16, height: 9, ...more },
});
export const captions = { captions: { media: 'c'.repeat(64), language: 'en' } };

export const callout = (text: string): Block => ({
  type: 'callout',
  attrs: { id: newId(), tone: 'tip' },
  content: [{ type: 'paragraph', ...(text && { content: [words(text)] }) }],
});
type Cell = 'tableHeader' | 'tableCell';
/** Two rows of two cells; the first row and the first column are of these kinds. */
export const table = (top: Cell, left: Cell = 'tableCell'): Block => {
  const cell = (type: Cell) => ({
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: [{ type: 'paragraph' as const, content: [words('80')] }],
  });
  const row = (first: Cell, second: Cell) => ({ type: 'tableRow' as const, content: [cell(first), cell(second)] });
  const head = left === 'tableHeader' ? left : top;
  return { type: 'table', attrs: { id: newId(), caption: '' }, content: [row(head, top), row(left, 'tableCell')] };
};

interface Asked {
  question?: string;
  explanation?: string;
  kind?: 'single' | 'multiple';
}
/** The right answers begin with a star. */
export const question = (
  options: string[],
  { question: asked = 'What comes first?', explanation = 'So it is.', kind = 'single' }: Asked = {},
): Block => {
  const quiz: ChoiceQuiz = {
    kind,
    question: asked,
    explanation,
    options: options.map((text, index) => ({ id: `${index}`, text: text.replace(/^\*/, ''), correct: text.startsWith('*'), feedback: '' })),
  };
  return { type: 'quiz', attrs: { id: newId(), quiz } };
};

export const good = (): Block => paragraph('Count the till twice, then lock the drawer.');
export const asked = (): Block => question(['*Count the till twice', 'Lock the drawer first']);

export const lesson = (body: Block[], more: Partial<ModuleContent> = {}): ModuleContent => ({
  title: 'Closing the till',
  objective: 'You can close the till in three minutes',
  language: 'en',
  body: { type: 'doc', content: body },
  ...more,
});

export const facts = (more: Partial<VideoFacts> = {}): VideoFacts => ({
  media: 'b'.repeat(64),
  edit: newId(),
  speech: 'heard',
  spoken: '',
  chapters: [],
  privacy: { state: 'clear', open: 0 },
  faults: [],
  ...more,
});

/** What was seen in the picture of `picture`. */
export const seen = (more: Partial<PictureFacts> = {}): PictureFacts => ({
  media: 'a'.repeat(64),
  state: 'seen',
  words: 4,
  faint: [],
  ...more,
});
export const faint = (more: Partial<FaintWord> = {}): FaintWord => ({
  text: 'Reports',
  area: { x: 0.1, y: 0.1, width: 0.2, height: 0.05 },
  ratio: 2.34,
  size: 14,
  stroke: 1.2,
  theme: null,
  ...more,
});

export interface Known {
  videos?: VideoFacts[];
  pictures?: PictureFacts[];
  name?: string;
  today?: string;
}
export const found = (content: ModuleContent, { videos = [], pictures = [], name = 'Mara', today = '2026-11-26' }: Known = {}): Finding[] =>
  lint(contextOf(content, { author: { name }, videos, pictures, today }));
