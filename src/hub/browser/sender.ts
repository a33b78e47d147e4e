import type { LearningRecord } from '../../shared/xapi/record.ts';
import { keepReports } from './kept-reports.ts';
import { type Answered, bytesOf, nextBatch, type Outcome, outcomeOf, parcelOf, within } from './reports.ts';

const address = '/xapi/statements';
const pauseMs = 2000;
/** The longest pause before what did not arrive is sent again, in milliseconds. */
const longestPauseMs = 60_000;
/** As many as the hub takes at once. */
const most = 50;
/** As many as wait while the hub is away: hours of a lesson. */
const mostWaiting = 500;
/** A browser carries no more than 64 KiB beyond the end of a page, and the hub takes no more at once. */
const outlives = 60_000;

const place = document.querySelector<HTMLElement>('[data-reports]');
const { notYours = '', notKept = '' } = place?.dataset ?? {};

/** Says on the page what became of the reports; nothing where all is well, or where they only have to wait. */
function tell(outcome: Outcome, isLacking: boolean): void {
  if (outcome === 'later') return;
  const words = outcome === 'not-yours' ? notYours : isLacking ? notKept : '';
  if (!place || place.textContent === words) return;
  place.replaceChildren();
  if (words === '') return;
  const notice = document.createElement('p');
  notice.className = 'notice attention';
  notice.textContent = words;
  place.append(notice);
}

async function post(body: string): Promise<Answered | null> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(address, { method: 'POST', keepalive: bytesOf(body) <= outlives, headers, body }).catch(() => null);
  // A proxy in between may answer with a page.
  return answer && { ...(await answer.json().catch(() => ({}))), status: answer.status };
}

/** Hands reports to the hub, in the name of who opened the page. */
export interface Sender {
  add(reports: readonly LearningRecord[]): void;
}

/**
 * Reports wait a moment and go together; what is left when the page is hidden goes at once, and by requests that outlive it. A page
 * that was only put aside, as to sign in again in another one, hears what became of them. What the hub has not answered by then, or
 * could not take while it was away, is kept in this browser for the next page. Each carries its id, so one that is sent twice is
 * kept once.
 */
export function createSender(reader: string, session: string): Sender {
  let waiting: LearningRecord[] = [];
  const underWay = new Set<readonly LearningRecord[]>();
  let due = false;
  let batch = most;
  let pause = pauseMs;
  let isLacking = false;
  let isKept = false;

  const keep = () => {
    const left = within([...[...underWay].flat(), ...waiting], mostWaiting);
    if (left.length === 0 && !isKept) return;
    keepReports(reader, session, left);
    isKept = left.length > 0;
  };

  const later = () => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      void send();
    }, pause);
  };

  async function send(): Promise<void> {
    const records = parcelOf(waiting, batch, outlives);
    if (records.length === 0) return;
    waiting = waiting.slice(records.length);
    underWay.add(records);
    const heard = await post(JSON.stringify({ reader, records }));
    underWay.delete(records);
    const outcome = outcomeOf(heard);
    batch = nextBatch(outcome === 'too-large' ? records.length : batch, outcome, most);
    const waits = outcome === 'later' || outcome === 'not-yours';
    pause = waits ? Math.min(longestPauseMs, pause * 2) : pauseMs;
    // One report that is too large by itself is so the next time too.
    if (waits || (outcome === 'too-large' && records.length > 1)) waiting = within([...records, ...waiting], mostWaiting);
    else isLacking ||= outcome !== 'arrived' || (Array.isArray(heard?.refused) && heard.refused.length > 0);
    if (waits || isKept) keep();
    tell(outcome, isLacking);
    if (waiting.length > 0) later();
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    while (waiting.length > 0) void send();
    keep();
  });
  return {
    add(reports) {
      waiting = within([...waiting, ...reports], mostWaiting);
      if (waiting.length > 0) later();
    },
  };
}
