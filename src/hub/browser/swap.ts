import { carryBegun } from './carry.ts';
import { forgetDraft } from './drafts.ts';
import { localTimes } from './local-times.ts';
import { say } from './say.ts';

/** In the language of the page. */
const { failed = '', unanswered = '' } = document.body.dataset;

/**
 * Forms marked `data-swap="<id>"` work without this script by loading the page again. With it, the element of that id
 * is taken out of the answered page and put in place, so that a video plays on while one asks or thanks, and what one has begun beside it stays.
 */
async function swap(form: HTMLFormElement, submitter: HTMLElement | null, id: string): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') body.append(name, value);
  const response = await answerTo(form.action, body);
  const answered = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!response.ok) {
    const reason = answered.querySelector('[role=alert]')?.textContent;
    if (reason) say(form, reason, answered.documentElement.lang);
    else say(form, failed);
    return;
  }
  forgetDraft(form);
  const [fresh, stale] = [answered.getElementById(id), document.getElementById(id)];
  if (!fresh || !stale) {
    // As of a part of a module in review that is gone from its newest version: sent once more it would be said twice.
    form.reset();
    say(form, 'What you said is kept. The page has changed meanwhile: load it again to see it.', 'en');
    return;
  }
  carryBegun(stale, document.adoptNode(fresh), form);
  stale.replaceWith(fresh);
  localTimes(fresh);
  refresh(answered);
  fresh.dispatchEvent(new Event('swapped', { bubbles: true }));
  fresh.tabIndex = -1;
  fresh.focus({ preventScroll: true });
}

/** The page after a deed. Where this one stands at an address with a query, as of a filter, that is what is answered. */
async function answerTo(action: string, body: URLSearchParams): Promise<Response> {
  const headers = { Accept: 'text/html' };
  const response = await fetch(action, { method: 'POST', body, headers });
  if (!response.ok || location.search === '') return response;
  // What was sent is done. Where the page of it does not come, the answer shows it as well, and nobody sends it twice.
  const here = await fetch(location.pathname + location.search, { headers }).catch(() => null);
  return here?.ok ? here : response;
}

/** What counts on the page follows: all that is marked `data-fresh`, by its id. */
function refresh(answered: Document): void {
  for (const stale of document.querySelectorAll<HTMLElement>('[data-fresh]')) {
    const fresh = answered.getElementById(stale.id);
    if (!fresh) continue;
    stale.replaceWith(document.adoptNode(fresh));
    localTimes(fresh);
  }
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.dataset.swap) return;
  event.preventDefault();
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  swap(form, event.submitter, form.dataset.swap)
    .catch(() => say(form, unanswered))
    .finally(() => {
      form.ariaBusy = null;
    });
});
