import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { studio } from '../../shared/contract/studio.ts';
import { heardOf } from './giving-up.ts';

/** The core behind the page's own origin, whichever shell serves it. */
export const client: ContractRouterClient<typeof studio> = createORPCClient(
  new RPCLink({ url: () => new URL('/api', location.origin), fetch: (request, init) => fetch(heardOf(request), init) }),
);

/** The same calls as queries and mutations: `useQuery(orpc.takes.list.queryOptions())`. */
export const orpc = createTanstackQueryUtils(client);
