import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Core } from '../main/core.ts';
import type { studio } from '../shared/contract/studio.ts';

export type StudioClient = ContractRouterClient<typeof studio>;

/** The studio's API without a socket: a command asks the core for the same things as the pages do. */
export const studioClient = (core: Pick<Core, 'fetch'>): StudioClient =>
  createORPCClient(new RPCLink({ url: 'http://studio.invalid/api', fetch: (request) => core.fetch(request) }));
