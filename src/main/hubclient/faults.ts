import { ORPCError } from '@orpc/client';
import { type AnyFault, Fault, isFault, readFault } from '../../shared/contract/faults.ts';

/** What a proxy in front of a hub says while the hub itself is away. */
const away = new Set([502, 503, 504]);

/** undici's one error for every connection that could not be made or broke off, and our own bound on waiting. */
const noAnswer = (error: unknown): boolean =>
  (error instanceof TypeError && error.message === 'fetch failed') || (error instanceof Error && error.name === 'TimeoutError');

/** Codes by which OpenSSL and Node say that no trusted connection came about. */
const untrusted = /^(EPROTO|ERR_SSL_|ERR_TLS_CERT_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF))/;

/** Something answered, and it was not safe to go on: it speaks no https, or shows a certificate that is not trusted here. */
const isUnsafe = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && 'code' in error.cause && untrusted.test(String(error.cause.code));

function fromHub(fault: AnyFault, url: string): Fault {
  switch (fault.code) {
    case 'SIGN_IN_REQUIRED':
      return new Fault('SIGN_IN_EXPIRED', {});
    case 'UNEXPECTED':
      return new Fault('HUB_FAILED', { url, reference: fault.data.reference });
    default:
      return new Fault(fault.code, fault.data);
  }
}

/** An HTTP status from something that does not speak the contract. */
export function statusFault(status: number, url: string): Fault {
  if (status === 401) return new Fault('SIGN_IN_EXPIRED', {});
  if (away.has(status)) return new Fault('HUB_UNREACHABLE', { url });
  if (status >= 500) return new Fault('HUB_FAILED', { url, reference: `HTTP ${status}` });
  return new Fault('HUB_NOT_A_HUB', { url });
}

/**
 * Whatever went wrong between here and a hub, as one of our faults. Never carries a header, so never the token. Where a hub is `known`
 * to be there, a stranger's answer is that of a proxy whose hub is away, as while it is brought up to date.
 */
export function hubFault(error: unknown, url: string, known = false): Fault {
  const fault = readFailure(error, url);
  return known && fault.code === 'HUB_NOT_A_HUB' ? new Fault('HUB_UNREACHABLE', { url }, { cause: error }) : fault;
}

function readFailure(error: unknown, url: string): Fault {
  if (isFault(error)) return error;
  if (noAnswer(error) && isUnsafe(error)) return new Fault('HUB_UNSAFE', { url }, { cause: error });
  if (noAnswer(error)) return new Fault('HUB_UNREACHABLE', { url }, { cause: error });
  if (error instanceof ORPCError) {
    const known = error.defined ? readFault(error) : null;
    return known ? fromHub(known, url) : statusFault(error.status, url);
  }
  // An answer that cannot be read, or that is not of the contract's shape.
  return new Fault('HUB_NOT_A_HUB', { url }, { cause: error });
}

/** True where the hub is only not answering this studio just now, so that what was last heard still serves. */
export const isAway = (error: unknown): boolean =>
  isFault(error) && ['HUB_UNREACHABLE', 'HUB_UNSAFE', 'HUB_FAILED', 'HUB_NOT_A_HUB', 'SIGN_IN_EXPIRED'].includes(error.code);
