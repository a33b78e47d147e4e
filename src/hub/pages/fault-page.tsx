/** @jsxImportSource hono/jsx */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type AnyFault, faults, isFault } from '../../shared/contract/faults.ts';
import { sentenceOf } from '../../shared/contract/sentences.ts';
import { signInPath } from '../addresses.ts';
import type { HubEnv } from '../hub-env.ts';
import { cameFrom, hereOf } from './came-from.ts';
import { page } from './layout.tsx';

/** The fault that a thrown error is for the person who meets it; what nobody expected is written to the log. */
export function faultOf(c: Context<HubEnv>, error: unknown): AnyFault {
  if (isFault(error)) return { code: error.code, data: error.data } as AnyFault;
  const reference = randomUUID().slice(0, 8);
  c.var.hub.log.error({ err: error, reference, path: c.req.path }, 'a request failed unexpectedly');
  return { code: 'UNEXPECTED', data: { reference } };
}

const wantsPage = (c: Context<HubEnv>): boolean => (c.req.header('Accept') ?? '').includes('text/html');

/** What a request that failed is answered with: a page for people, code and facts for programs. */
export function faultAnswer(c: Context<HubEnv>, error: unknown) {
  const fault = faultOf(c, error);
  const status = faults[fault.code].status as ContentfulStatusCode;
  if (!wantsPage(c)) return c.json(fault, status);
  if (fault.code === 'SIGN_IN_REQUIRED' && c.req.method === 'GET') {
    return c.redirect(signInPath(hereOf(c)), 303);
  }
  const back = cameFrom(c);
  return page(
    c,
    'Not possible',
    <section class="sheet">
      <h1>This did not work</h1>
      <p role="alert">{sentenceOf(fault)}</p>
      <p>
        {back === '/' ? (
          <a class="button" href="/">
            Go to the start page
          </a>
        ) : (
          <a class="button" href={back} data-back>
            Go back
          </a>
        )}
      </p>
    </section>,
    status,
  );
}
