import type { AskMeBlock } from '../../shared/model/blocks/ask-me.ts';
import type { Profile } from '../../shared/model/profile.ts';
import type { Around } from './around.ts';
import { listed, type Markup } from './markup.ts';
import { type Voice, voiceIn } from './voice.ts';

export interface AuthorView {
  author: Profile;
  /** The address of a file in the media store. */
  media(hash: string): string;
  /** The author's page, where there is one. */
  authorPage?: string | null;
  /** The player's words; English where a page has no other. */
  voice?: Voice;
}

const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .filter(Boolean)
    .map((part) => [...part][0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();

/** A person's photo, or her initials. The name stands beside it, so it says nothing to a screen reader. */
export const face = ({ author, media }: { author: Pick<Profile, 'name' | 'photo'>; media: AuthorView['media'] }): Markup =>
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
  [
    'p',
    {},
    named(view),
    ['span', { class: 'sh-post' }, [post(view.author), voiceIn(view).words.minutes(minutes)].filter(Boolean).join(' · ')],
  ],
];

const topics = (label: string, all: readonly string[], { mark }: Voice): Markup[] =>
  all.length === 0
    ? []
    : [
        [
          'div',
          { class: 'sh-topics' },
          ['h3', mark, label],
          ['ul', { class: 'sh-chips', ...listed }, ...all.map((topic): Markup => ['li', { class: 'sh-chip' }, topic])],
        ],
      ];

const asked = (name: string, ask: string | null | undefined, { words, mark }: Voice): Markup =>
  ask
    ? ['a', { class: 'sh-ask', href: ask, target: '_self', ...mark }, words.ask(name)]
    : ['p', { class: 'sh-hint', ...mark }, words.askWhere];

/** The author's invitation to ask her. Where the page has no form for it, it says where there is one. */
export const askMeMarkup = ({ id, invitation }: AskMeBlock['attrs'], view: Around): Markup => [
  'section',
  { class: 'sh-author', id: `block-${id}`, 'data-block': id, 'aria-label': voiceIn(view).words.ask(view.author.name) },
  ['div', { class: 'sh-byline' }, face(view), ['p', {}, named(view), ['span', { class: 'sh-post' }, post(view.author)]]],
  invitation
    ? ['p', { class: 'sh-invitation' }, invitation]
    : ['p', { class: 'sh-invitation', ...voiceIn(view).mark }, voiceIn(view).words.invitation],
  ...topics(voiceIn(view).words.askMeAbout, view.author.askMeAbout, voiceIn(view)),
  asked(view.author.name, view.ask, voiceIn(view)),
];

/** The author as colleagues see her beneath her module. */
export const authorCard = (view: AuthorView): Markup => [
  'aside',
  { class: 'sh-author', 'aria-label': view.author.name },
  ['div', { class: 'sh-byline' }, face(view), ['p', {}, named(view), ['span', { class: 'sh-post' }, post(view.author)]]],
  ...topics(voiceIn(view).words.goodAt, view.author.goodAt, voiceIn(view)),
  ...topics(voiceIn(view).words.askMeAbout, view.author.askMeAbout, voiceIn(view)),
];
