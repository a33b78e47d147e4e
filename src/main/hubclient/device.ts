import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';
import { hubFault, statusFault } from './faults.ts';

/** How this program names itself at a hub. */
const clientId = 'showhow-studio';
const patience = 15_000;
/** RFC 8628, 3.5: what to add to the interval when told to slow down, in seconds. */
const slowerBy = 5;

const Codes = z.object({
  device_code: z.string().min(1),
  user_code: z.string().min(1).max(40),
  verification_uri: z.url({ protocol: /^https?$/ }),
  verification_uri_complete: z.url({ protocol: /^https?$/ }).optional(),
  expires_in: z.number().positive(),
  interval: z.number().positive().max(60).default(5),
});
type Codes = z.infer<typeof Codes>;

const Token = z.object({ access_token: z.string().min(1) });
const Refusal = z.object({ error: z.string() });

async function post(url: string, path: string, body: Record<string, string>, signal?: AbortSignal): Promise<Response> {
  const bound = AbortSignal.timeout(patience);
  try {
    return await fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, bound]) : bound,
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw hubFault(error, url);
  }
}

export async function requestCodes(url: string, signal?: AbortSignal): Promise<Codes> {
  const response = await post(url, '/auth/device/code', { client_id: clientId }, signal);
  if (!response.ok) throw statusFault(response.status, url);
  const codes = Codes.safeParse(await response.json().catch(() => null));
  if (!codes.success) throw new Fault('HUB_NOT_A_HUB', { url });
  return codes.data;
}

export type Authorization = { state: 'approved'; token: string } | { state: 'refused' } | { state: 'expired' };

type Answer = Authorization | { state: 'pending' } | { state: 'slow-down' };

async function askOnce(url: string, deviceCode: string, signal?: AbortSignal): Promise<Answer> {
  const grant = 'urn:ietf:params:oauth:grant-type:device_code';
  const response = await post(url, '/auth/device/token', { grant_type: grant, device_code: deviceCode, client_id: clientId }, signal);
  const body: unknown = await response.json().catch(() => null);
  const token = response.ok ? Token.safeParse(body) : null;
  if (token?.success) return { state: 'approved', token: token.data.access_token };
  const refusal = Refusal.safeParse(body);
  if (!refusal.success) throw statusFault(response.status, url);
  switch (refusal.data.error) {
    case 'authorization_pending':
      return { state: 'pending' };
    case 'slow_down':
      return { state: 'slow-down' };
    case 'access_denied':
      return { state: 'refused' };
    default:
      // A code the hub no longer knows has had its day as well.
      return { state: 'expired' };
  }
}

/** Asks until the code is approved, refused or too old. A hub that does not answer for a moment is asked again. */
export async function awaitAuthorization(url: string, codes: Codes, signal?: AbortSignal): Promise<Authorization> {
  const over = Date.now() + codes.expires_in * 1000;
  let interval = codes.interval;
  while (Date.now() < over) {
    await wait(interval * 1000, undefined, signal ? { signal } : {});
    try {
      const answer = await askOnce(url, codes.device_code, signal);
      if (answer.state === 'slow-down') interval += slowerBy;
      else if (answer.state !== 'pending') return answer;
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'HUB_UNREACHABLE') throw error;
    }
  }
  return { state: 'expired' };
}
