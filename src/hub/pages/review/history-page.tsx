/** @jsxImportSource hono/jsx */
import { listed } from '../../../player/render/markup.ts';
import { logPath, reviewPath } from '../../addresses.ts';
import type { LoggedDeed, Verified } from '../../reviews/log/chain.ts';
import type { Written } from '../../reviews/log/log.ts';
import { RevisionName } from '../state.tsx';
import { Ago } from '../time.tsx';

const deeds: Record<LoggedDeed, string> = {
  'carried-over': 'began this log with how the module stood',
  'handed-in': 'handed in',
  taken: 'took it',
  'handed-over': 'handed it over',
  'put-back': 'put it back',
  'due-date': 'set the day it is due',
  kind: 'said what kind of module it is',
  settled: 'settled a comment that must be',
  reopened: 'opened a comment again',
  approval: 'gave an approval',
  approved: 'completed the approvals: the version is approved',
  returned: 'returned it with reasons',
  published: 'published',
  retired: 'took it back from colleagues',
  policy: 'changed the policy',
};

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What of an entry's details is worth a line. */
function detailWords({ detail }: Written): string | null {
  const to = (detail.to as { name?: unknown } | undefined)?.name;
  const checks = Array.isArray(detail.checks) ? detail.checks.length : 0;
  const said = [
    text(detail.reasons),
    text(detail.word),
    text(to) && `To ${text(to)}`,
    text(detail.overFrom) && `Over from ${text(detail.overFrom)}`,
    text(detail.dueOn) && `Due ${text(detail.dueOn)}`,
    text(detail.kind) && `Kind: ${text(detail.kind)}`,
    detail.by === 'policy' ? 'By a change of the policy' : null,
    typeof detail.round === 'number' ? `Round ${detail.round}` : null,
    checks > 0 ? `Checklist of ${checks} ticked` : null,
  ].filter(Boolean);
  return said.length > 0 ? said.join(' · ') : null;
}

export const ChainNotice = ({ verified }: { verified: Verified }) =>
  verified.brokenAt === null && verified.entries === 0 ? (
    <p class="notice">
      The log is empty: nothing that was handed in or decided stands in it. Whatever is from now on will, and nobody can change it.
    </p>
  ) : verified.brokenAt === null ? (
    <p class="notice good">
      The log is whole: {verified.entries === 1 ? '1 entry was' : `${verified.entries} entries were`} checked, each against the one before
      it. The last one ends in <RevisionName hash={verified.head} />.
    </p>
  ) : (
    <p class="notice fault" role="alert">
      The log was changed from outside at entry {verified.brokenAt}. What comes after it cannot be trusted. Compare it with an export or a
      copy of the hub's folder.
    </p>
  );

const Entry = ({ entry }: { entry: Written }) => (
  <li class="entry">
    <p>
      <b>{entry.who.name}</b> {deeds[entry.what]}{' '}
      <span class="soft">
        <Ago at={entry.at} />
        {entry.revision && (
          <>
            , version <RevisionName hash={entry.revision} />
          </>
        )}
      </span>
    </p>
    {detailWords(entry) && <p class="words">{detailWords(entry)}</p>}
    <p class="small soft">
      Entry {entry.seq}, <RevisionName hash={entry.hash} />
    </p>
  </li>
);

export const HistoryPage = ({
  moduleId,
  title,
  entries,
  verified,
}: {
  moduleId: string;
  title: string;
  entries: Written[];
  verified: Verified;
}) => (
  <>
    <p class="back">
      <a href={reviewPath(moduleId)}>Back to the review</a>
    </p>
    <div class="page-head">
      <h1>History of this review</h1>
      <p class="soft">{title}. Who decided what on which version; nothing here can be changed or taken away.</p>
    </div>
    <ChainNotice verified={verified} />
    <ol class="plain-list entries" {...listed}>
      {entries.map((entry) => (
        <Entry entry={entry} />
      ))}
    </ol>
  </>
);

/** The whole log, for administrators. */
export const LogSection = ({ verified }: { verified: Verified }) => (
  <section class="section" aria-labelledby="log-title">
    <h2 id="log-title">Log of all reviews</h2>
    <ChainNotice verified={verified} />
    <p class="log-export">Keep an export outside of the hub now and then: with it you can show that nothing was cut off since.</p>
    <a class="button" href={logPath} download="review-log.json">
      Export the log
    </a>
  </section>
);
