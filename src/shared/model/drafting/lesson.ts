import type { Block } from '../blocks/index.ts';
import { emptyLine } from '../blocks/prose.ts';
import type { Step } from '../blocks/steps.ts';
import type { Part, Parts } from './parts.ts';
import { figureQuestion, openQuestion, orderQuestion } from './questions.ts';
import { words } from './words.ts';

/** The picture of a moment, as it lies in the media store. */
export interface Still {
  media: string;
  width: number;
  height: number;
}

export interface ShownPart extends Part {
  /** Seconds of the video at which its picture was taken. */
  moment: number;
  still: Still;
}

interface ShownParts extends Parts {
  steps: ShownPart[];
}

/** As many letters as a step may say. */
const longest = 2000;

/** What was said, as far as it fits: whole sentences where there are any, else whole words. */
function asText(said: Part['said']): string {
  const text = said.map((one) => one.text).join(' ');
  if (text.length <= longest) return text;
  const start = text.slice(0, longest);
  const sentence = start.search(/[.!?](?=\s[^.!?]*$)/u) + 1;
  return start.slice(0, sentence || Math.max(start.lastIndexOf(' '), 1)).toWellFormed();
}

const heading = (id: string, text: string): Block => ({ type: 'heading', attrs: { id, level: 2 }, content: [{ type: 'text', text }] });

function opening(before: Part['said'], id: string): Block {
  const text = asText(before);
  return text === ''
    ? { type: 'paragraph', attrs: { id, hint: words.hints.opening } }
    : { type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] };
}

function steps(parts: readonly ShownPart[], video: string, newId: () => string): Block {
  const drafted = parts.map(
    ({ title, said, moment, still }): Step => ({
      id: newId(),
      heading: title,
      text: asText(said),
      shows: { as: 'moment', video, at: moment, still },
    }),
  );
  const unnamed = drafted.some((step) => step.heading === '');
  const hint = parts.length === 1 ? words.hints.steps : words.hints.names;
  return { type: 'steps', attrs: { id: newId(), ...(unnamed && { hint }), steps: drafted } };
}

/** What is to be ticked off, in the words of the chapters; one open point where there are none. */
function checklist(titles: readonly string[], newId: () => string): Block {
  const point = (text: string) => ({
    type: 'checkItem' as const,
    attrs: { id: newId() },
    content: [{ ...emptyLine(newId()), ...(text && { content: [{ type: 'text' as const, text }] }) }] as [ReturnType<typeof emptyLine>],
  });
  return titles.length > 1
    ? { type: 'checklist', attrs: { id: newId() }, content: titles.map(point) }
    : { type: 'checklist', attrs: { id: newId(), hint: words.hints.checklist }, content: [point('')] };
}

/**
 * What can be said of a lesson from its video alone, to stand below it: how it opens, its steps with what is said and seen in
 * each, what is to be ticked off, and questions whose answer is beyond doubt. Nothing is invented: what nobody marked, named
 * or said stays blank, with guidance for the author. `video` is the id of the video's block.
 */
export function lessonFrom({ before, steps: parts }: ShownParts, video: string, newId: () => string): Block[] {
  const asked = [orderQuestion(parts, newId), figureQuestion(parts, newId)].flatMap((quiz): Block[] =>
    quiz ? [{ type: 'quiz', attrs: { id: newId(), quiz } }] : [],
  );
  const titles = parts.flatMap(({ title }) => (title === '' ? [] : [title]));
  return [
    opening(before, newId()),
    heading(newId(), words.steps),
    steps(parts, video, newId),
    heading(newId(), words.checklist),
    checklist(titles, newId),
    heading(newId(), words.questions),
    ...(asked.length > 0 ? asked : [openQuestion(newId)]),
  ];
}
