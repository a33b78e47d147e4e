/** @jsxImportSource hono/jsx */
import type { Colleague } from '../../people/colleagues.ts';
import { Byline } from '../face.tsx';
import { Ago } from '../time.tsx';

export interface WaitingRow {
  moduleId: string;
  title: string;
  author: Colleague;
  round: number;
  waitingSince: string;
  path: string;
}

export const QueuePage = ({ drafts }: { drafts: WaitingRow[] }) => (
  <>
    <div class="page-head">
      <h1>Review</h1>
      {drafts.length > 0 && (
        <p class="soft">{drafts.length === 1 ? '1 module waits' : `${drafts.length} modules wait`} for a second pair of eyes.</p>
      )}
    </div>
    {drafts.length === 0 ? (
      <p class="notice">
        Nothing waits for you. When a colleague hands in a module, it appears here. You comment beside what it is about, and return or
        approve it.
      </p>
    ) : (
      <ul class="rows">
        {drafts.map((draft) => (
          <li class="row">
            <Byline person={draft.author} />
            <div>
              <h2>{draft.title}</h2>
              <p class="row-facts">
                <span>Round {draft.round}</span>
                <Ago at={draft.waitingSince} />
              </p>
            </div>
            <a class="button" href={draft.path}>
              Look at it<span class="read-out">: {draft.title}</span>
            </a>
          </li>
        ))}
      </ul>
    )}
  </>
);
