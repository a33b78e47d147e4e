import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { EmbeddedHub } from '../../main/host/embedded-hub.ts';
import { nodeHost, type WorkspaceOptions, workspaceFolder } from '../core.ts';
import { startEmbeddedHub } from '../embedded-hub.ts';
import { askedToEnd } from '../ended.ts';
import { say } from '../output.ts';

interface StudioOptions extends WorkspaceOptions {
  port?: number;
  open: boolean;
  hub: boolean;
  json?: boolean;
}

/** Kept from start to start where it is free, so that the browser remembers which devices the studio may use. */
const usualPort = 4870;

export function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}

export function addStudio(program: Command): void {
  program
    .command('studio')
    .description('start the studio and its embedded hub')
    .option('--workspace <dir>', 'folder of the workspace (default: ~/Showhow)')
    .option('--port <n>', 'port on 127.0.0.1, 0 for any', portNumber)
    .option('--no-open', 'do not open a browser')
    .option('--no-hub', 'do not start the embedded hub')
    .option('--json', 'print one line with the addresses when ready')
    .action(runStudio);
}

async function runStudio(options: StudioOptions): Promise<void> {
  const workspace = workspaceFolder(options);
  const ended = askedToEnd();
  const hub = options.hub ? startEmbeddedHub(join(workspace, 'hub')) : null;
  try {
    await serveStudio(workspace, options, hub, ended);
  } finally {
    await hub?.close();
  }
}

async function serveStudio(workspace: string, options: StudioOptions, hub: EmbeddedHub | null, ended: Promise<unknown>): Promise<void> {
  const [{ createCore }, { startLoopback }] = await Promise.all([import('../../main/core.ts'), import('../../main/host/loopback.ts')]);
  const core = await createCore(nodeHost(workspace, 'browser', () => hub?.address() ?? null));
  try {
    const loopback = await startLoopback(core, { port: options.port ?? usualPort }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || options.port !== undefined) throw error;
      return startLoopback(core, { port: 0 });
    });
    const address = await hub?.ready;
    say(
      options.json,
      { studio: loopback.url, hub: address?.url ?? null },
      `Studio  ${loopback.url}${address ? `\nHub     ${address.url}` : ''}\nCtrl-C ends both.`,
    );
    if (hub && !address)
      process.stderr.write('The embedded hub did not start; the studio works without it. The reason is in hub/logs of the workspace.\n');
    if (options.open) await openBrowser(loopback.url);
    await ended;
    await loopback.close();
  } finally {
    await core.close();
  }
}

async function openBrowser(url: string): Promise<void> {
  const { default: open } = await import('open');
  const child = await open(url);
  child.on('error', () => process.stderr.write('No browser could be opened. Open the address above yourself.\n'));
}
