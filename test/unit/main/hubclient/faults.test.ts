import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { hubFault, statusFault } from '../../../../src/main/hubclient/faults.ts';
import { Fault } from '../../../../src/shared/contract/faults.ts';

const url = 'https://learn.example.com';

test('a fault of the hub arrives as it was meant', () => {
  const sent = new ORPCError('NOT_APPROVED', { defined: true, status: 409, data: { state: 'in-review' } });
  expect(hubFault(sent, url)).toMatchObject({ code: 'NOT_APPROVED', data: { state: 'in-review' } });
});

test('a studio that must sign in had a sign-in that ended', () => {
  expect(hubFault(new ORPCError('SIGN_IN_REQUIRED', { defined: true, status: 401, data: {} }), url)).toMatchObject({
    code: 'SIGN_IN_EXPIRED',
  });
  expect(statusFault(401, url)).toMatchObject({ code: 'SIGN_IN_EXPIRED' });
});

test('a bug of the hub is told apart from one of the studio', () => {
  const sent = new ORPCError('UNEXPECTED', { defined: true, status: 500, data: { reference: 'ab12' } });
  expect(hubFault(sent, url)).toMatchObject({ code: 'HUB_FAILED', data: { url, reference: 'ab12' } });
  expect(statusFault(500, url)).toMatchObject({ code: 'HUB_FAILED' });
});

test('a proxy whose hub is away, a lost connection and a long silence all mean no answer', () => {
  const silence = new DOMException('', 'TimeoutError');
  for (const error of [new TypeError('fetch failed'), silence, new ORPCError('X', { status: 503 })]) {
    expect(hubFault(error, url)).toMatchObject({ code: 'HUB_UNREACHABLE', data: { url } });
  }
});

test.each(['ERR_SSL_WRONG_VERSION_NUMBER', 'EPROTO', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
  'what answers without https, or without a certificate to trust, is not silent (%s)',
  (code) => {
    const error = new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
    expect(hubFault(error, url)).toMatchObject({ code: 'HUB_UNSAFE', data: { url } });
    const refused = new TypeError('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) });
    expect(hubFault(refused, url)).toMatchObject({ code: 'HUB_UNREACHABLE' });
  },
);

test('a code that only looks like ours is a stranger', () => {
  expect(hubFault(new ORPCError('NOT_FOUND', { status: 404, data: '<html>' }), url)).toMatchObject({ code: 'HUB_NOT_A_HUB' });
  expect(hubFault(new Error('Invalid RPC response format.'), url)).toMatchObject({ code: 'HUB_NOT_A_HUB' });
});

test('where a hub is known to be, a stranger answers for a hub that is away', () => {
  for (const error of [new ORPCError('NOT_FOUND', { status: 404, data: '<html>' }), new Error('Invalid RPC response format.')]) {
    expect(hubFault(error, url, true)).toMatchObject({ code: 'HUB_UNREACHABLE', data: { url } });
  }
  const said = new ORPCError('NOT_FOUND', { defined: true, status: 404, data: { what: 'module' } });
  expect(hubFault(said, url, true)).toMatchObject({ code: 'NOT_FOUND' });
  expect(hubFault(new ORPCError('X', { status: 401 }), url, true)).toMatchObject({ code: 'SIGN_IN_EXPIRED' });
});

test('a fault stays what it is', () => {
  const fault = new Fault('SIGN_IN_EXPIRED', {});
  expect(hubFault(fault, url)).toBe(fault);
});
