import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  workspace: string;
  json: boolean;
}

/** Reads what `npm start` passes on. Switches of Chromium and Electron stand in the same line and are left to them. */
export function readOptions(argv: string[], home: string): Options {
  const options = { workspace: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: argv, options, strict: false });
  const workspace = typeof values.workspace === 'string' ? values.workspace : join(home, 'Showhow');
  return { workspace: resolve(workspace), json: values.json === true };
}

/** Chromium's own files, and with them the lock of the one instance: a folder for each workspace, outside of it. */
export const profileFolder = (userData: string, workspace: string): string =>
  join(userData, 'workspaces', createHash('sha256').update(workspace).digest('hex').slice(0, 16));
