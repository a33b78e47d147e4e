import type { JSONContent, Mark } from '@tiptap/core';
import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string';
import type { Block } from '../../shared/model/blocks/index.ts';
import { learnerMinutes } from '../../shared/model/minutes.ts';
import { ModuleContent } from '../../shared/model/module.ts';
import { spokenIn } from '../../shared/model/translation/language.ts';
import { localize } from '../../shared/model/translation/localize.ts';
import { moduleExtensions } from '../../shared/schema/extensions.ts';
import type { PlayerLanguage } from '../words/index.ts';
import type { Around } from './around.ts';
import { type AuthorView, authorCard, byline } from './author.ts';
import { keepingMarkup } from './keeping.ts';
import { type Markup, toHtml } from './markup.ts';
import { proseToHtml } from './prose.ts';
import { voiceOf } from './voice.ts';
import { wholeBlocksToHtml } from './whole-blocks.ts';

export interface ModuleView extends AuthorView {
  content: ModuleContent;
  /** The author's card beneath the module; left out where a page shows her elsewhere. */
  card?: boolean;
  /** The address of the form by which a reader asks the author, where the page has one. */
  ask?: string | null;
  /** The language to show it in; its own where this is absent or it does not have it. */
  language?: string;
  /** The language of the player's own words; English where this is absent. */
  speaks?: PlayerLanguage;
}

type BodyView = Pick<ModuleView, 'content'> & Omit<Around, 'blocks'>;

/** The blocks of a module by themselves; `only` some of them, as a review shows them one by one. */
export const renderBody = ({ content: { body }, ...view }: BodyView, only: readonly Block[] = body.content): string =>
  renderNodes({ ...body, content: [...only] } as JSONContent, { ...view, blocks: body.content });

/** Nodes of the module's schema, which may wear marks beyond it. */
export function renderNodes(doc: JSONContent, around: Around, marks: readonly Mark[] = []): string {
  return renderToHTMLString({
    content: doc,
    extensions: [...moduleExtensions, ...marks],
    options: {
      nodeMapping: {
        ...proseToHtml(around),
        ...wholeBlocksToHtml(around),
      },
    },
  });
}

/**
 * A module as the semantic HTML that a learner reads: one `<article>`, the same in preview, hub and packages.
 * Works without a script and without a style; `player.js` and `player.css` make it move and look.
 *
 * Checks the content once more: what is no module is refused with a ZodError and never written.
 */
export function renderModule(view: ModuleView): string {
  const source = ModuleContent.parse(view.content);
  const { content, language, foreign } = localize(source, view.language ?? source.language);
  const speaks = view.speaks ?? 'en';
  const voice = voiceOf(speaks, foreign.size > 0 ? [language, source.language] : [language]);
  const own = { ...view, voice };
  const keeping = keepingMarkup(source, own);
  const head = (line: string) => (foreign.has(line) ? spokenIn(source.language) : {});
  const article: Markup = [
    'article',
    { class: 'showhow-module', ...spokenIn(language), 'data-words': speaks },
    [
      'header',
      {},
      byline(own, learnerMinutes(content.body)),
      ['h1', head('title'), content.title],
      ...(content.objective ? [['p', { class: 'sh-objective', ...head('objective') }, content.objective] as const] : []),
    ],
    ['div', { class: 'sh-body' }, 0],
    ...(keeping ? [keeping] : []),
    ...(view.card === false ? [] : [['footer', {}, authorCard(own)] as const]),
  ];
  return toHtml(article, renderBody({ ...own, content, foreign: { language: source.language, blocks: foreign } }));
}
