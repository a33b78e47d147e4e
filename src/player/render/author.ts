import type { Profile } from '../../shared/model/profile.ts';
import { words } from '../words.ts';
import type { Markup } from './markup.ts';

export interface AuthorView {
  author: Profile;
  /** The address of a file in the media store. */
  media(hash: string): string;
  /** The author's page, where there is one. */
  authorPage?: string | null;
}

const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .filter(Boolean)
    .map((part) => [...part][0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();

const face = ({ author, media }: AuthorView): Markup =>
  author.photo
    ? ['img', { class: 'sh-face', src: media(author.photo), alt: '', width: 96, height: 96 }]
    : ['span', { class: 'sh-face', 'aria-hidden': 'true' }, initials(author.name) || '?'];

const named = ({ author, authorPage }: AuthorView): Markup =>
  authorPage ? ['a', { class: 'sh-name', href: authorPage, rel: 'author' }, author.name] : ['span', { class: 'sh-name' }, author.name];

const post = ({ role, team }: Profile): string => [role, team].filter(Boolean).join(' · ');

/** Who speaks, in one line above a module's title. */
export const byline = (view: AuthorView, minutes: number): Markup => [
  'div',
  { class: 'sh-byline' },
  face(view),
  ['p', {}, named(view), ['span', { class: 'sh-post' }, [post(view.author), words.minutes(minutes)].filter(Boolean).join(' · ')]],
];

const topics = (label: string, all: readonly string[]): Markup[] =>
  all.length === 0
    ? []
    : [['div', { class: 'sh-topics' }, ['h3', {}, label], ['ul', {}, ...all.map((topic): Markup => ['li', {}, topic])]]];

/** The author as colleagues see her beneath her module. */
export const authorCard = (view: AuthorView): Markup => [
  'aside',
  { class: 'sh-author', 'aria-label': view.author.name },
  ['div', { class: 'sh-byline' }, face(view), ['p', {}, named(view), ['span', { class: 'sh-post' }, post(view.author)]]],
  ...topics(words.goodAt, view.author.goodAt),
  ...topics(words.askMeAbout, view.author.askMeAbout),
];
