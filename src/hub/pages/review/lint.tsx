/** @jsxImportSource hono/jsx */
import { contextOf } from '../../../shared/model/lint/context.ts';
import type { Finding } from '../../../shared/model/lint/finding.ts';
import { lint } from '../../../shared/model/lint/lint.ts';
import { byRule, inWords, kindOfRule } from '../../../shared/model/lint/words.ts';
import type { ModuleContent } from '../../../shared/model/module.ts';
import type { Profile } from '../../../shared/model/profile.ts';
import type { Draft } from '../../reviews/draft.ts';

/** Of these only the author's studio knows whether they are mended. */
const seenInStudio: ReadonlySet<string> = new Set(['take-health', 'answer-in-video', 'picture-contrast', 'picture-unseen']);

export interface Standing {
  rule: string;
  findings: Finding[];
  /** What the author said of it; empty where she said nothing. */
  because: string;
}

/** What the author left standing, and her word on it. What only her studio could see stands there by her word alone. */
export function standingOf(content: ModuleContent, author: Profile, today: string): Standing[] {
  const found = byRule(lint(contextOf(content, { author, today })));
  const kept = new Map((content.kept ?? []).map(({ rule, because }) => [rule, because]));
  const rules = new Set(found.map(([rule]) => rule));
  return [
    ...found.map(([rule, findings]) => ({ rule, findings, because: kept.get(rule) ?? '' })),
    // A word on something that is mended since says nothing any more.
    ...[...kept].flatMap(([rule, because]) => (!rules.has(rule) && seenInStudio.has(rule) ? [{ rule, findings: [], because }] : [])),
  ];
}

const One = ({ rule, findings, because }: Standing) => (
  <li>
    <b>{kindOfRule(rule)}</b>
    {findings.length > 0 && (
      <ul>
        {findings.map(({ block, message }) => (
          <li>{block ? <a href={`#block-${block}`}>{message}</a> : message}</li>
        ))}
      </ul>
    )}
    <p>{because ? `It stays, because ${because}` : 'The author said no word on it.'}</p>
  </li>
);

/** What the lint says of the revision on screen. Nothing where it has nothing to say. */
export const Lint = ({ draft: { content, author } }: { draft: Draft }) => {
  const standing = standingOf(content, author, new Date().toISOString().slice(0, 10));
  if (standing.length === 0) return null;
  const count = standing.length;
  return (
    <details class="privacy">
      <summary>
        {count === 1 ? 'One thing' : `${inWords(count).replace(/^./u, (first) => first.toUpperCase())} kinds of things`} could be better.
      </summary>
      <ul>
        {standing.map((each) => (
          <One {...each} />
        ))}
      </ul>
    </details>
  );
};
