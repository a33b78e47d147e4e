import { join } from 'node:path';
import type { Host } from '../../../src/main/studio.ts';
import { createFileSecrets } from '../../../src/node/secrets.ts';

/** A host as the shells make it, for tests that speak to the core directly. */
export const testHost = (workspace: string, change: Partial<Host> = {}): Host => ({
  workspace,
  version: '0.0.0',
  shell: 'command',
  pages: join(workspace, 'no-pages'),
  player: join(workspace, 'no-player'),
  secrets: createFileSecrets(join(workspace, 'secrets.json')),
  embeddedHub: () => null,
  ...change,
});
