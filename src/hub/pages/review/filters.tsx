/** @jsxImportSource hono/jsx */
import { z } from 'zod';
import { isOpen, Severity } from '../../../shared/model/review/comment.ts';
import { severityWords } from '../../../shared/model/review/words.ts';
import { languageName } from '../../../shared/model/translation/language.ts';
import { type Localized, localize } from '../../../shared/model/translation/localize.ts';
import { LanguageTag } from '../../../shared/model/translation/translations.ts';
import { reviewPath } from '../../addresses.ts';
import type { Draft } from '../../reviews/draft.ts';
import type { PlacedComment } from '../../reviews/places.ts';

/** What of a review is shown; stands in its address. */
export const ReviewView = z.object({
  /** Everything, also what a reviewer knows from the round before. */
  all: z.literal('1').optional().catch(undefined),
  /** One of its languages; its own where this is absent. */
  in: LanguageTag.optional().catch(undefined),
  comments: z
    .enum(['open', ...Severity.options])
    .optional()
    .catch(undefined),
});
export type ReviewView = z.infer<typeof ReviewView>;

export const isShown = ({ comments }: ReviewView, { comment }: PlacedComment): boolean =>
  comments === undefined || (isOpen(comment) && (comments === 'open' || comment.severity === comments));

const address = (moduleId: string, { all, comments, in: language }: ReviewView): string => {
  const query = new URLSearchParams({ ...(all && { all }), ...(comments && { comments }), ...(language && { in: language }) }).toString();
  return query ? `${reviewPath(moduleId)}?${query}` : reviewPath(moduleId);
};

const which: [ReviewView['comments'], string][] = [
  [undefined, 'All comments'],
  ['open', 'Open ones'],
  ...Severity.options.map((severity): [ReviewView['comments'], string] => [severity, severityWords[severity]]),
];

/** The draft in the language that is looked at; null where that is its own. */
export const toldIn = ({ content }: Pick<Draft, 'content'>, { in: language }: ReviewView): Localized | null =>
  language && content.translations?.[language] ? localize(content, language) : null;

/** The languages of a draft: who approves it approves them all. */
export const InLanguages = ({ draft, view }: { draft: Draft; view: ReviewView }) => {
  const { review, content } = draft;
  const languages = Object.keys(content.translations ?? {}).sort();
  if (languages.length === 0) return null;
  const shown = toldIn(draft, view)?.language ?? content.language;
  return (
    <nav class="filters" aria-label="Languages of the module">
      {[content.language, ...languages].map((language) => (
        <a
          href={address(review.moduleId, { ...view, in: language === content.language ? undefined : language })}
          aria-current={language === shown ? 'true' : undefined}
        >
          {languageName(language, 'en')}
        </a>
      ))}
      {shown !== content.language && (
        <p class="small soft">
          Parts that are not written in {languageName(shown, 'en')} stand in {languageName(content.language, 'en')}, as learners see them.
          Comments are written beside the module in {languageName(content.language, 'en')}.
        </p>
      )}
    </nav>
  );
};

/** Which comments and which parts are shown. */
export const Filters = ({ draft, view }: { draft: Draft; view: ReviewView }) => {
  const { review, every, changes } = draft;
  if (every.length === 0 && changes === null && !view.all) return <div id="filters" data-fresh hidden />;
  return (
    <nav class="filters" aria-label="What is shown" id="filters" data-fresh>
      {every.length > 0 &&
        which.map(([comments, name]) => {
          const count = every.filter((placed) => isShown({ comments }, placed)).length;
          return (
            <a href={address(review.moduleId, { ...view, comments })} aria-current={comments === view.comments ? 'true' : undefined}>
              {name} {count}
            </a>
          );
        })}
      {(changes !== null || view.all) && (
        <a href={address(review.moduleId, { ...view, all: view.all ? undefined : '1' })} class="show-all">
          {view.all ? 'Show only the changes' : 'Show everything'}
        </a>
      )}
    </nav>
  );
};
