import type { ModuleContent } from '../../shared/model/module.ts';
import type { Around } from './around.ts';
import type { Markup } from './markup.ts';
import { type Voice, voiceIn } from './voice.ts';

/** `2030-01-31` as one says it: "31 January 2030". */
const dayIn = (day: string, { language }: Voice): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);

const sourceMarkup = (source: string): Markup => [
  'li',
  {},
  isWebAddress(source) ? ['a', { href: source, rel: 'noopener noreferrer' }, source] : source,
];

/** Who looks after a lesson, until when it is known to be right, and what it leans on. Null where nothing of it is said. */
export function keepingMarkup({ freshness = {} }: Pick<ModuleContent, 'freshness'>, around: Pick<Around, 'voice'>): Markup | null {
  const { owner, reviewBy, sources = [] } = freshness;
  if (!owner && !reviewBy && sources.length === 0) return null;
  const voice = voiceIn(around);
  const { words, mark } = voice;
  return [
    'div',
    { class: 'sh-keeping' },
    ...(owner ? [['p', mark, words.lookedAfter(owner)] as const] : []),
    ...(reviewBy ? [['p', mark, words.lookAgain(dayIn(reviewBy, voice))] as const] : []),
    ...(sources.length > 0 ? [['p', mark, words.sources] as const, ['ul', {}, ...sources.map(sourceMarkup)] as const] : []),
  ];
}
