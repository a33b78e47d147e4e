import type { Finding } from './finding.ts';

/** What each rule looks for, as one of its findings is headed. */
export const kinds: Readonly<Record<string, string>> = {
  title: 'Title',
  'title-capitals': 'Title in capitals',
  'title-recorded': 'Title that says only when',
  'title-long': 'Long title',
  objective: 'Objective',
  'objective-verb': 'Objective that nobody can watch',
  'objective-one': 'More than one objective',
  'objective-check': 'Objective without a question',
  body: 'Nothing to read or watch',
  'profile-name': 'Your name',
  length: 'Length',
  'reading-level': 'Hard to read',
  'heading-order': 'Order of headings',
  'heading-bold': 'Bold in place of a heading',
  'heading-empty': 'Heading without words',
  'heading-alone': 'Heading with nothing under it',
  'guided-empty': 'Still open',
  empty: 'Empty places',
  unfinished: 'Not finished',
  'empty-frame': 'Empty frames',
  'table-head': 'Tables without headings',
  'alternative-text': 'Words for pictures',
  'alternative-text-file': 'File names in place of words',
  'alternative-text-prefix': 'Words for pictures that begin twice',
  'picture-alone': 'Shown and not said',
  'picture-contrast': 'Words in pictures that are hard to see',
  'picture-unseen': 'Pictures that were not looked at',
  captions: 'Captions',
  'chapter-names': 'Chapters without a name',
  privacy: 'Private details',
  'take-health': 'How the take turned out',
  'link-address': 'Links that show an address',
  'link-text': 'Links that do not say where',
  'link-same-text': 'Same words, different places',
  'quiz-unfinished': 'Unfinished question',
  'quiz-same-answers': 'Answers that are the same',
  'quiz-longest': 'Longest answer is right',
  'quiz-all-of-these': '“All of these”',
  'quiz-feedback': 'Question without an explanation',
  'quiz-position': 'Right answer in the same place',
  'quiz-negation': 'Not, easily overlooked',
  'answer-in-video': 'Answer only in the video',
  'review-by': 'Time to look again',
  'review-date': 'A day to look again',
  'claim-source': 'Where it stands',
  'translation-missing': 'Not in every language yet',
  'translation-outdated': 'Changed since it was translated',
  'translation-broken': 'Translations that cannot be shown',
};

export const kindOfRule = (rule: string): string => kinds[rule] ?? rule;

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A count as it reads in a sentence. */
export const inWords = (count: number): string => numbers[count] ?? String(count);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Three things could be better." */
export const couldBeBetter = (count: number): string => `${capital(inWords(count))} ${count === 1 ? 'thing' : 'things'} could be better.`;

/** Findings of a rule together, in the order in which each is first met. */
export const byRule = (findings: readonly Finding[]): [rule: string, findings: Finding[]][] => [
  ...Map.groupBy(findings, ({ rule }) => rule),
];
