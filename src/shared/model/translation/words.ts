import type { Problem } from './codes.ts';
import type { Progress } from './standing.ts';

/** What the texts of blocks are called to whoever translates them, by the last part of their keys. */
const labels: Record<string, string> = {
  title: 'Title',
  objective: 'Objective',
  alt: 'Words for those who cannot see it',
  caption: 'Words beneath it',
  about: 'What one finds there',
  invitation: 'Invitation',
  role: 'What she does',
  question: 'Question',
  explanation: 'Why it is right',
  hint: 'Hint',
  feedback: 'Word to whoever chooses it',
  right: 'If it is right',
  wrong: 'If it is not',
  accepts: 'Accepted answers, one a line',
  parts: 'Text with gaps',
  left: 'Left side',
  label: 'Name of the place',
  heading: 'Heading',
  front: 'Front',
  back: 'Back',
};

/** "Front", "Hint", "Text": the name of a text for a person. */
export function labelOfUnit(key: string): string {
  const parts = key.replace(/~\d+$/u, '').split('.');
  if (parts.at(-1) === 'text') parts.pop();
  // The right side of a pair, which is no verdict.
  if (parts.at(-1) === 'right' && parts.at(-2) !== 'feedback') return 'Right side';
  const known = parts.findLast((part) => labels[part] !== undefined);
  return (known !== undefined && labels[known]) || 'Text';
}

export const problemSentences: Record<Problem, string> = {
  'code-missing': 'A mark of the source is missing: put each number where it belongs.',
  'code-unknown': 'It holds a number that the source does not have.',
  'code-twice': 'A number stands in it more than once.',
  'code-open': 'A number is not closed, or stands within another.',
  'does-not-fit': 'It is too long for its place.',
};

/** "12 of 20 texts". */
export const progressWords = ({ current, all }: Progress): string => `${current} of ${all} ${all === 1 ? 'text' : 'texts'}`;
