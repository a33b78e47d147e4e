import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };
import type { Core } from '../main/core.ts';
import type { Host } from '../main/studio.ts';
import { createFileSecrets } from '../node/secrets.ts';

export const { version } = packageJson;

/** Where the build lies; set once by the entry, because only it knows its own place. */
let out = '';
export const setOut = (entry: string): void => {
  out = fileURLToPath(new URL('..', entry));
};
export const builtFolder = (name: string): string => join(out, name);

export interface WorkspaceOptions {
  workspace?: string;
}

export const workspaceFolder = ({ workspace }: WorkspaceOptions): string => resolve(workspace ?? join(homedir(), 'Showhow'));

export function nodeHost(workspace: string, shell: Host['shell'], embeddedHub: Host['embeddedHub'] = () => null): Host {
  return {
    workspace,
    version,
    shell,
    pages: builtFolder('renderer'),
    player: builtFolder('player'),
    secrets: createFileSecrets(join(workspace, 'secrets.json')),
    embeddedHub,
  };
}

/** Opens the workspace for one command and lets go of it afterwards, whatever happens. */
export async function withCore<T>(options: WorkspaceOptions, work: (core: Core) => Promise<T>): Promise<T> {
  const { createCore } = await import('../main/core.ts');
  const core = await createCore(nodeHost(workspaceFolder(options), 'command'));
  try {
    return await work(core);
  } finally {
    await core.close();
  }
}
