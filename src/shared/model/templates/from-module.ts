import { type Block, textsOfBlock } from '../blocks/index.ts';
import { emptyLine, emptyPoint } from '../blocks/prose.ts';
import { guidanceOf } from '../guidance.ts';
import type { ModuleContent } from '../module.ts';
import { emptyQuiz } from '../quiz/blank.ts';
import type { Quiz } from '../quiz/model.ts';
import type { TemplateContent } from './template.ts';

/** As many letters as guidance may have, at a space where there is one. */
const longest = 300;
function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trim()}…`;
}

/** What a place for a video says of the one that stood there. */
const videoHint = (title: string): string => (title.trim() === '' ? 'Video: show here how it is done.' : `Video: as in “${title.trim()}”.`);

const partsOf = (quiz: Quiz): number | undefined => {
  if ('options' in quiz) return quiz.options.length;
  if ('items' in quiz) return quiz.items.length;
  return 'pairs' in quiz ? quiz.pairs.length : undefined;
};

/** A question of the same kind with as many parts, in which nothing is said. */
function blankQuiz(quiz: Quiz, newId: () => string): Quiz {
  const blank = emptyQuiz(quiz.kind, newId, partsOf(quiz));
  return quiz.kind === 'fill' && blank.kind === 'fill' ? { ...blank, ignores: quiz.ignores } : blank;
}

/** A block emptied of its words, for its successor to fill. Null for what is the frame of a lesson and stays: headings, tables, points to tick. */
function emptied(block: Block, newId: () => string): Block | null {
  switch (block.type) {
    case 'paragraph':
      return { type: block.type, attrs: block.attrs };
    case 'bulletList':
    case 'orderedList':
      return { ...block, content: [emptyPoint(newId())] };
    case 'blockquote':
    case 'callout':
      return { ...block, content: [emptyLine(newId())] };
    case 'colleagueQuote':
      return { ...block, attrs: { ...block.attrs, name: '', role: '', photo: null }, content: [emptyLine(newId())] };
    case 'steps':
      return { ...block, attrs: { ...block.attrs, steps: block.attrs.steps.map(({ id }) => ({ id, heading: '', text: '' })) } };
    case 'quiz':
      return { ...block, attrs: { ...block.attrs, quiz: blankQuiz(block.attrs.quiz, newId) } };
    case 'reflection':
      return { ...block, attrs: { ...block.attrs, question: '' } };
    case 'askMe':
      return { ...block, attrs: { ...block.attrs, invitation: '' } };
    case 'resource': {
      const { minutes: _, ...attrs } = block.attrs;
      return { ...block, attrs: { ...attrs, title: '', address: '', about: '' } };
    }
    default:
      return null;
  }
}

/** The words of a block as guidance for whoever fills its place. */
function asGuidance(block: Block, newId: () => string): Block {
  const words = textsOfBlock(block).join(' ').trim();
  const blank = words === '' || guidanceOf(block) !== null ? null : emptied(block, newId);
  return blank ? ({ ...blank, attrs: { ...blank.attrs, hint: shortened(words) } } as Block) : block;
}

/** What a lesson has for itself alone goes: its video, the moments of that, and where a block was once taken from. */
function detached(block: Block): Block {
  if (block.type === 'video') return { type: 'paragraph', attrs: { id: block.attrs.id, hint: shortened(videoHint(block.attrs.title)) } };
  const { takenFrom: _, ...attrs } = block.attrs;
  const free = { ...block, attrs } as Block;
  if (free.type !== 'steps') return free;
  const steps = free.attrs.steps.map(({ shows, ...step }) => (shows?.as === 'picture' ? { ...step, shows } : step));
  return { ...free, attrs: { ...free.attrs, steps } };
}

/** A module as a template: with `guidance`, its words become what is asked of whoever fills the places. */
export function templateFrom(
  { title, objective, language, skills, body }: ModuleContent,
  guidance: boolean,
  newId: () => string,
): TemplateContent {
  const blocks = body.content.map(detached);
  const frame = {
    language,
    ...(skills && { skills }),
    body: { type: 'doc' as const, content: guidance ? blocks.map((block) => asGuidance(block, newId)) : blocks },
  };
  return guidance ? { title: '', objective: '', ...frame } : { title, objective, ...frame };
}
