import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { studio } from '../../src/shared/contract/studio.ts';

/** Speaks to a running studio as its page does, signed in by the launch token. */
export function studioClient(url: string): {
  client: ContractRouterClient<typeof studio>;
  headers: Record<string, string>;
  origin: string;
} {
  const { origin, hash } = new URL(url);
  const headers = { Authorization: `Bearer ${hash.slice('#token='.length)}` };
  return { client: createORPCClient(new RPCLink({ url: `${origin}/api`, headers })), headers, origin };
}
