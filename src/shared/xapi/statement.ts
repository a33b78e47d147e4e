import { shownSeconds, type VideoBlock } from '../model/blocks/video.ts';
import type { ModuleContent } from '../model/module.ts';
import { playedSeconds } from '../model/played.ts';
import { isAnswerTo, judge } from '../model/quiz/index.ts';
import type { Quiz } from '../model/quiz/model.ts';
import { questionsIn } from '../model/quiz/questions.ts';
import type { LearningEvent, PlayedSegment } from '../model/record.ts';
import { type Localized, localize } from '../model/translation/localize.ts';
import { interactionOf, responseOf } from './interaction.ts';
import type { LearningRecord } from './record.ts';
import { activityTypes, extensions, separator, verbs, videoProfile } from './terms.ts';

export interface Activity {
  objectType: 'Activity';
  id: string;
  definition: Record<string, unknown>;
}

/** An xAPI 1.0.3 statement, as far as Showhow writes them. */
export interface Statement {
  id: string;
  actor: { objectType: 'Agent'; name: string; account: { homePage: string; name: string } };
  verb: { id: string; display: Record<string, string> };
  object: Activity;
  result?: Record<string, unknown>;
  context: Record<string, unknown>;
  timestamp: string;
}

/** Who did it, where and to what: all of it known to the hub, none of it taken from the page. */
export interface Setting {
  /** The hub's address: home of its accounts, and stem of its activities. */
  hub: string;
  person: { id: string; name: string };
  content: ModuleContent;
}

const round = (figure: number): number => Math.round(figure * 1000) / 1000;
const segmentsText = (segments: readonly PlayedSegment[]): string =>
  segments.map(([from, to]) => `${round(from)}[.]${round(to)}`).join(separator);

/** Of half a translation, a line that is not written stands as the source has it. */
const lineIn = ({ language, foreign, content }: Localized, line: 'title' | 'objective', source: string): Record<string, string> => ({
  [foreign.has(line) ? source : language]: content[line],
});

interface Shown extends Setting {
  /** The language the module was written in. */
  source: string;
  /** The module as the page had it. */
  page: Localized;
}

function moduleActivity({ hub, page, source }: Shown, moduleId: string): Activity {
  const name = lineIn(page, 'title', source);
  const description = lineIn(page, 'objective', source);
  return { objectType: 'Activity', id: `${hub}/modules/${moduleId}`, definition: { type: activityTypes.lesson, name, description } };
}

function videoActivity({ content, page, source }: Shown, id: string, video: VideoBlock): Activity {
  const name = video.attrs.title ? { [content.language]: video.attrs.title } : lineIn(page, 'title', source);
  return { objectType: 'Activity', id, definition: { type: activityTypes.video, name } };
}

function quizActivity({ content: { language } }: Setting, id: string, quiz: Quiz): Activity {
  const description = { [language]: quiz.question };
  return { objectType: 'Activity', id, definition: { type: activityTypes.interaction, description, ...interactionOf(quiz, language) } };
}

type VideoEvent = Exclude<LearningEvent, { verb: 'answered' }>;

function videoResult(event: VideoEvent): Record<string, unknown> {
  if (event.verb === 'played') return { extensions: { [extensions.time]: round(event.time) } };
  if (event.verb === 'seeked') return { extensions: { [extensions.timeFrom]: round(event.from), [extensions.timeTo]: round(event.to) } };
  const seen = playedSeconds(event.segments);
  const result = {
    extensions: {
      [extensions.time]: round(event.time),
      [extensions.progress]: event.duration > 0 ? Math.min(1, round(seen / event.duration)) : 0,
      [extensions.playedSegments]: segmentsText(event.segments),
    },
  };
  return event.verb === 'completed' ? { completion: true, duration: `PT${round(seen)}S`, ...result } : result;
}

const localized = new WeakMap<ModuleContent, Map<string, Localized>>();

/** A page reports many records of a module at once, and to put it into a language takes all its texts: done once for each it has. */
function inLanguage(content: ModuleContent, language: string): Localized {
  const known = localized.get(content)?.get(language);
  if (known) return known;
  const made = localize(content, language);
  if (made.content !== content) localized.set(content, new Map(localized.get(content)).set(language, made));
  return made;
}

/** The module in the language in which the learner had what the record speaks of: a part without a translation, in its own. */
function asShown({ event, language }: LearningRecord, known: Setting): Shown {
  const { content } = known;
  const page = inLanguage(content, language ?? content.language);
  const shown = (part: ModuleContent): Shown => ({ ...known, content: part, page, source: content.language });
  if (event.verb === 'initialized') return shown(page.content);
  const question = questionsIn(content.body.content).find(({ id }) => id === event.blockId);
  return shown(page.foreign.has(question?.blockId ?? event.blockId) ? content : page.content);
}

/**
 * The statement a record becomes, or null where it speaks of something that is not in the module.
 * Whether an answer is right is judged here, whatever the page said.
 */
export function statementOf(record: LearningRecord, known: Setting): Statement | null {
  const { event } = record;
  const setting = asShown(record, known);
  const module = moduleActivity(setting, record.moduleId);
  const base = {
    id: record.id,
    actor: {
      objectType: 'Agent',
      name: setting.person.name,
      account: { homePage: setting.hub, name: setting.person.id },
    },
    verb: verbs[event.verb],
    timestamp: record.at,
  } as const;
  const context = { language: setting.content.language, revision: record.revision, platform: 'Showhow' };
  if (event.verb === 'initialized') {
    return { ...base, object: module, context: { ...context, extensions: { [extensions.sessionId]: record.session } } };
  }

  const id = `${module.id}#${event.blockId}`;
  if (event.verb === 'answered') {
    const quiz = questionsIn(setting.content.body.content).find((question) => question.id === event.blockId)?.quiz;
    if (!quiz || !isAnswerTo(quiz, event.answer)) return null;
    const { correct, scaled } = judge(quiz, event.answer);
    return {
      ...base,
      object: quizActivity(setting, id, quiz),
      result: { success: correct, score: { scaled: round(scaled) }, response: responseOf(event.answer) },
      context: { ...context, contextActivities: { parent: [module] }, extensions: { [extensions.sessionId]: record.session } },
    };
  }
  const block = setting.content.body.content.find((candidate) => candidate.attrs.id === event.blockId);
  if (block?.type !== 'video') return null;
  return {
    ...base,
    object: videoActivity(setting, id, block),
    result: videoResult(event),
    context: {
      ...context,
      contextActivities: { parent: [module], category: [videoProfile] },
      extensions: { [extensions.sessionId]: record.session, [extensions.length]: round(shownSeconds(block.attrs)) },
    },
  };
}
