import type { ModuleContent } from '../../shared/model/module.ts';
import type { Anchor, Quote } from '../../shared/model/review/anchor.ts';
import { anchored } from '../../shared/model/review/anchored.ts';
import type { ReviewComment } from '../../shared/model/review/comment.ts';
import { locate, type Place, wordsAt } from '../../shared/model/review/locate.ts';
import { replacedWords } from '../../shared/model/review/suggestion.ts';
import type { Hub } from '../hub-env.ts';
import { contentsOf, cutsOfModule } from './revision.ts';

/** A comment of before anchors had prints does not say how its block was; the revision it was written on does. */
const unprinted = ({ anchor }: ReviewComment): boolean => anchor.kind === 'block' && anchor.print === undefined;

async function complete(hub: Pick<Hub, 'database'>, moduleId: string, comments: readonly ReviewComment[]): Promise<Map<string, Anchor>> {
  const old = comments.filter(unprinted);
  const contents = await contentsOf(
    hub,
    moduleId,
    old.map(({ revision }) => revision),
  );
  return new Map(
    old.flatMap(({ id, anchor, revision }) => {
      const then = contents.get(revision);
      const whole = then && anchored(anchor, then);
      return whole ? [[id, whole] as const] : [];
    }),
  );
}

export interface PlacedComment {
  comment: ReviewComment;
  place: Place;
  /** The words it speaks of as they stand in its block now, with what is around them there; null where there are none. */
  words: Quote | null;
  /** The words that its suggestion would replace; null where there is none, or it cannot be taken any more. */
  replaces: string | null;
}

/** Where each comment stands in a module as it is now. */
export async function placedIn(
  hub: Pick<Hub, 'database'>,
  moduleId: string,
  comments: readonly ReviewComment[],
  content: ModuleContent,
): Promise<PlacedComment[]> {
  const [anchors, cuts] = await Promise.all([complete(hub, moduleId, comments), cutsOfModule(hub, moduleId)]);
  return comments.map((comment) => {
    const anchor = anchors.get(comment.id) ?? comment.anchor;
    const replaces = comment.suggestion === undefined ? null : replacedWords({ anchor }, content);
    const place = locate(anchor, content, cuts);
    return { comment: { ...comment, anchor }, place, words: wordsAt(place, content), replaces };
  });
}
