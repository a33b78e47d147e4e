import { createORPCClient, onError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { ResponseValidationPlugin } from '@orpc/contract/plugins';
import { hubApi } from '../../shared/contract/hub.ts';
import { hubFault } from './faults.ts';

export type HubClient = ContractRouterClient<typeof hubApi>;

/** Longest wait for one answer, in milliseconds. Media do not come this way. */
const patience = 20_000;

/** The hub's API with every answer checked against the contract and every failure one of our faults. */
export function createHubClient(url: string, token: string | null): HubClient {
  const link = new RPCLink({
    url: `${url}/api`,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    // A redirect could carry the token elsewhere, and no call of a hub redirects.
    fetch: (request) => fetch(request, { redirect: 'manual', signal: AbortSignal.any([request.signal, AbortSignal.timeout(patience)]) }),
    plugins: [new ResponseValidationPlugin(hubApi)],
    interceptors: [
      onError((error, { signal }) => {
        signal?.throwIfAborted();
        // Whoever has a sign-in has been there before.
        throw hubFault(error, url, token !== null);
      }),
    ],
  });
  return createORPCClient(link);
}
