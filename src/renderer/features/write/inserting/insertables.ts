import type { JSONContent } from '@tiptap/core';
import {
  ArrowDownUp,
  BookOpen,
  CircleHelp,
  ExternalLink,
  FlipHorizontal2,
  Footprints,
  Heading2,
  Heading3,
  Image,
  LibraryBig,
  Lightbulb,
  List,
  ListChecks,
  ListCollapse,
  ListOrdered,
  type LucideIcon,
  MessageCircleQuestion,
  MessageSquareQuote,
  Quote,
  Spline,
  SquareCode,
  SquareDashed,
  Table,
  Target,
  TriangleAlert,
  Type,
  Video,
} from 'lucide-react';
import { v4 } from 'uuid';
import type { CalloutTone } from '../../../../shared/model/blocks/callout.ts';
import { emptyQuiz } from '../../../../shared/model/quiz/blank.ts';
import type { Quiz } from '../../../../shared/model/quiz/model.ts';
import { emptyCard } from '../blocks/flip-cards-edit.ts';
import { emptyStep } from '../blocks/steps-edit.ts';

const groups = ['Text', 'Pictures and video', 'For the reader', 'Questions'] as const;
export type InsertableGroup = (typeof groups)[number];

export interface Insertable {
  name: string;
  group: InsertableGroup;
  icon: LucideIcon;
  /** What it is good for, in a few words. */
  says: string;
  /** Other words under which people look for it. */
  words?: string;
  /** The block that comes into the document; or what has to be chosen before there is one. */
  inserts: (() => JSONContent) | 'picture' | 'video' | 'taken';
}

const question = (kind: Quiz['kind']): JSONContent => ({ type: 'quiz', attrs: { quiz: emptyQuiz(kind, v4) } });
const list = (type: string): JSONContent => ({ type, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] });

const callout = (name: string, tone: CalloutTone, icon: LucideIcon, says: string, words: string): Insertable => ({
  name,
  group: 'For the reader',
  icon,
  says,
  words,
  inserts: () => ({ type: 'callout', attrs: { tone }, content: [{ type: 'paragraph' }] }),
});

const emptyRow = (cell: 'tableHeader' | 'tableCell'): JSONContent => ({
  type: 'tableRow',
  content: Array.from({ length: 3 }, () => ({ type: cell, content: [{ type: 'paragraph' }] })),
});

const emptyTable = (): JSONContent => ({ type: 'table', content: [emptyRow('tableHeader'), emptyRow('tableCell'), emptyRow('tableCell')] });

const emptySection = (): JSONContent => ({ type: 'accordionSection', content: [{ type: 'accordionTitle' }, { type: 'paragraph' }] });

/** All that can be put into a module, in the order in which it is offered. A new kind is one entry here. */
export const insertables: readonly Insertable[] = [
  { name: 'Text', group: 'Text', icon: Type, says: 'A paragraph', words: 'paragraph words', inserts: () => ({ type: 'paragraph' }) },
  {
    name: 'Heading',
    group: 'Text',
    icon: Heading2,
    says: 'Begins a part',
    words: 'title section h2',
    inserts: () => ({ type: 'heading', attrs: { level: 2 } }),
  },
  {
    name: 'Smaller heading',
    group: 'Text',
    icon: Heading3,
    says: 'Begins a part of a part',
    words: 'subtitle h3',
    inserts: () => ({ type: 'heading', attrs: { level: 3 } }),
  },
  { name: 'List', group: 'Text', icon: List, says: 'Points in any order', words: 'bullets points', inserts: () => list('bulletList') },
  {
    name: 'Numbered list',
    group: 'Text',
    icon: ListOrdered,
    says: 'Points one after the other',
    words: 'ordered numbers',
    inserts: () => list('orderedList'),
  },
  {
    name: 'Quote',
    group: 'Text',
    icon: Quote,
    says: 'Words taken from elsewhere',
    words: 'citation blockquote',
    inserts: () => ({ type: 'blockquote', content: [{ type: 'paragraph' }] }),
  },
  {
    name: 'Table',
    group: 'Text',
    icon: Table,
    says: 'Rows and columns',
    words: 'grid cells spreadsheet',
    inserts: emptyTable,
  },
  {
    name: 'Code',
    group: 'Text',
    icon: SquareCode,
    says: 'A command, a formula or a program',
    words: 'source snippet formula pre',
    inserts: () => ({ type: 'codeBlock' }),
  },
  {
    name: 'Picture',
    group: 'Pictures and video',
    icon: Image,
    says: 'A photo or a picture of a screen',
    words: 'image photo screenshot',
    inserts: 'picture',
  },
  { name: 'Video', group: 'Pictures and video', icon: Video, says: 'What you recorded and cut', words: 'film clip take', inserts: 'video' },
  {
    name: 'Steps',
    group: 'Pictures and video',
    icon: Footprints,
    says: 'One after the other, each with a picture or a moment of the video',
    words: 'procedure process sequence how to',
    inserts: () => ({ type: 'steps', attrs: { steps: [emptyStep()] } }),
  },
  callout('Tip', 'tip', Lightbulb, 'What makes it easier', 'hint note callout advice'),
  callout('Warning', 'warning', TriangleAlert, 'What can go wrong', 'danger caution attention note callout'),
  callout('Example', 'example', BookOpen, 'How it looks in practice', 'case sample note callout'),
  {
    name: 'Sections to open',
    group: 'For the reader',
    icon: ListCollapse,
    says: 'Titles first, details behind them',
    words: 'accordion fold collapse toggle faq details',
    inserts: () => ({ type: 'accordion', content: [emptySection()] }),
  },
  {
    name: 'Checklist',
    group: 'For the reader',
    icon: ListChecks,
    says: 'Points to tick while doing it',
    words: 'todo tasks boxes ticks',
    inserts: () => ({ type: 'checklist', content: [{ type: 'checkItem', content: [{ type: 'paragraph' }] }] }),
  },
  {
    name: 'Quote of a colleague',
    group: 'For the reader',
    icon: MessageSquareQuote,
    says: 'Her words, with name and face',
    words: 'testimonial voice person said',
    inserts: () => ({ type: 'colleagueQuote', content: [{ type: 'paragraph' }] }),
  },
  {
    name: 'Link to more',
    group: 'For the reader',
    icon: ExternalLink,
    says: 'A page or a file elsewhere, and what it is good for',
    words: 'resource reference url document',
    inserts: () => ({ type: 'resource', attrs: { title: '', address: '', about: '' } }),
  },
  {
    name: 'Flip cards',
    group: 'For the reader',
    icon: FlipHorizontal2,
    says: 'Something in front, its answer behind',
    words: 'flashcards turn terms',
    inserts: () => ({ type: 'flipCards', attrs: { cards: [emptyCard(), emptyCard()] } }),
  },
  {
    name: 'Reflection',
    group: 'For the reader',
    icon: Lightbulb,
    says: 'A question she answers to herself',
    words: 'think journal note',
    inserts: () => ({ type: 'reflection', attrs: { question: '' } }),
  },
  {
    name: 'Ask me',
    group: 'For the reader',
    icon: MessageCircleQuestion,
    says: 'Your face, and an invitation to ask you',
    words: 'contact author question',
    inserts: () => ({ type: 'askMe', attrs: { invitation: '' } }),
  },
  {
    name: 'From another module',
    group: 'Pictures and video',
    icon: LibraryBig,
    says: 'A text, a video or a question that is there already',
    words: 'reuse copy library block',
    inserts: 'taken',
  },
  {
    name: 'Question',
    group: 'Questions',
    icon: CircleHelp,
    says: 'Choose one answer, or several',
    words: 'quiz single multiple choice',
    inserts: () => question('single'),
  },
  {
    name: 'Order',
    group: 'Questions',
    icon: ArrowDownUp,
    says: 'Bring steps into their order',
    words: 'quiz question sort sequence',
    inserts: () => question('order'),
  },
  {
    name: 'Pairs',
    group: 'Questions',
    icon: Spline,
    says: 'Find what belongs together',
    words: 'quiz question match matching',
    inserts: () => question('match'),
  },
  {
    name: 'Gaps',
    group: 'Questions',
    icon: SquareDashed,
    says: 'Fill in the words that are missing',
    words: 'quiz question fill blank cloze',
    inserts: () => question('fill'),
  },
  {
    name: 'Place in a picture',
    group: 'Questions',
    icon: Target,
    says: 'Point at what is asked for',
    words: 'quiz question hotspot image map',
    inserts: () => question('hotspot'),
  },
];

/** Offered at one press; everything else behind one more. */
const atHand = ['Text', 'Picture', 'Video', 'Question'];
export const insertablesAtHand = insertables.filter(({ name }) => atHand.includes(name));

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What is meant by what someone typed: each word begins one of the kind's words. A kind whose name begins with it stands first. */
export function findInsertables(typed: string): Insertable[] {
  const sought = plain(typed).split(/\s+/u).filter(Boolean);
  const found = insertables.filter(({ name, words = '', says }) => {
    const known = plain(`${name} ${words} ${says}`).split(/[^\p{L}\p{N}]+/u);
    return sought.every((word) => known.some((one) => one.startsWith(word)));
  });
  const begins = ({ name }: Insertable) => plain(name).startsWith(plain(typed.trim()));
  return typed.trim() === '' ? found : [...found.filter(begins), ...found.filter((one) => !begins(one))];
}

/** In their groups, each group once. */
export const inGroups = (kinds: readonly Insertable[]): [InsertableGroup, Insertable[]][] =>
  groups.flatMap((group) => {
    const members = kinds.filter((kind) => kind.group === group);
    return members.length > 0 ? [[group, members] as [InsertableGroup, Insertable[]]] : [];
  });
