import { mkdir } from 'node:fs/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { type Core, createCore } from '../../../src/main/core.ts';
import type { Host } from '../../../src/main/studio.ts';
import type { studio } from '../../../src/shared/contract/studio.ts';
import { testHost } from './host.ts';

export interface TestStudio {
  core: Core;
  client: ContractRouterClient<typeof studio>;
}

/** A studio on a workspace, and its API without a socket. */
export async function openStudio(workspace: string, change: Partial<Host> = {}): Promise<TestStudio> {
  await mkdir(workspace, { recursive: true });
  const core = await createCore(testHost(workspace, change));
  return { core, client: createORPCClient(new RPCLink({ url: 'http://studio/api', fetch: (request) => core.fetch(request) })) };
}
