import type { LintContext } from './context.ts';
import { type Finding, isError } from './finding.ts';
import { alternativeText, alternativeTextFile, alternativeTextPrefix } from './rules/alternative-text.ts';
import { answerInVideo } from './rules/answer-in-video.ts';
import { body } from './rules/body.ts';
import { captions } from './rules/captions.ts';
import { chapterNames } from './rules/chapter-names.ts';
import { empty } from './rules/empty.ts';
import { agesUnwatched, claimSource, reviewBy } from './rules/freshness.ts';
import { headingBold, headingEmpty, headingOrder } from './rules/headings.ts';
import { length } from './rules/length.ts';
import { links } from './rules/links.ts';
import { objective, objectiveOne, objectiveVerb } from './rules/objective.ts';
import { objectiveCheck } from './rules/objective-check.ts';
import { pictureAlone } from './rules/picture-alone.ts';
import { pictureContrast, pictureUnseen } from './rules/picture-contrast.ts';
import { privacy } from './rules/privacy.ts';
import { profileName } from './rules/profile-name.ts';
import { quizAllOfThese, quizFeedback, quizLongest, quizNegation, quizPosition, quizSameAnswers, quizUnfinished } from './rules/quiz.ts';
import { readingLevel } from './rules/reading-level.ts';
import type { Rule } from './rules/rule.ts';
import { tableHead } from './rules/table.ts';
import { takeHealth } from './rules/take-health.ts';
import { title, titleRecorded, titleShape } from './rules/title.ts';
import { translations } from './rules/translations.ts';
import { emptyFrame, unfinished } from './rules/unfinished.ts';

const rules: readonly Rule[] = [
  title,
  titleShape,
  titleRecorded,
  objective,
  objectiveVerb,
  objectiveOne,
  objectiveCheck,
  body,
  profileName,
  length,
  readingLevel,
  headingOrder,
  headingBold,
  headingEmpty,
  empty,
  unfinished,
  emptyFrame,
  tableHead,
  alternativeText,
  alternativeTextFile,
  alternativeTextPrefix,
  pictureAlone,
  pictureContrast,
  pictureUnseen,
  captions,
  chapterNames,
  privacy,
  takeHealth,
  links,
  quizUnfinished,
  quizSameAnswers,
  quizLongest,
  quizAllOfThese,
  quizFeedback,
  quizPosition,
  quizNegation,
  answerInVideo,
  reviewBy,
  agesUnwatched,
  claimSource,
  translations,
];

/** What stands above the body, and before all blocks, has no place among them. */
const placeOf = (blocks: ReadonlyMap<string, number>, { block }: Finding): number => (block === null ? -1 : (blocks.get(block) ?? -1));

/** All that could be better in a lesson: errors first, each in the order in which one meets it on the page. */
export function lint(context: LintContext): Finding[] {
  const order = new Map(context.blocks.map(({ attrs }, index) => [attrs.id, index]));
  const found = rules.flatMap((rule) => rule(context));
  return found.toSorted((a, b) => Number(isError(b)) - Number(isError(a)) || placeOf(order, a) - placeOf(order, b));
}

/** What keeps a module from being handed in. */
export const errorsIn = (context: LintContext): Finding[] => lint(context).filter(isError);
