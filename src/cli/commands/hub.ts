import { once } from 'node:events';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { ServedHub, ServeOptions } from '../../hub/serve.ts';
import { isFault } from '../../shared/contract/faults.ts';
import { builtFolder, version } from '../core.ts';
import { askedToEnd } from '../ended.ts';
import { say } from '../output.ts';
import { portNumber } from './studio.ts';

interface HubOptions {
  folder?: string;
  host: string;
  port?: number;
  url?: string;
  name: string;
  json?: boolean;
  embedded?: boolean;
}

const usualPort = 4871;

function address(text: string): string {
  const parsed = URL.canParse(text) ? new URL(text) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.pathname !== '/' || parsed.search || parsed.hash) {
    throw new InvalidArgumentError('An address is like https://showhow.company.com, without a path.');
  }
  return parsed.origin;
}

export function addHub(program: Command): void {
  program
    .command('hub')
    .description('start a hub, where colleagues watch, ask and thank')
    .option('--folder <dir>', 'folder of its database and media (default: ~/Showhow/hub)')
    .option('--host <host>', 'address to listen on; 0.0.0.0 for everyone in the network', '127.0.0.1')
    .option('--port <n>', `port, 0 for any (default: ${usualPort})`, portNumber)
    .option('--url <url>', 'address under which people reach it, where a proxy stands before it', address)
    .option('--name <name>', 'its name, on every page', 'Showhow')
    .option('--json', 'print one line with address and setup code when ready')
    .option('--embedded', 'be the hub of a studio: end when standard input closes, and take any port where the wanted one is in use')
    .action(runHub);
}

/** Resolves when the hub is to end. A studio holds our standard input open as long as it lives; Electron's has its own way. */
function ended(embedded: boolean | undefined): Promise<unknown> {
  const asked = askedToEnd();
  if (!embedded || 'parentPort' in process) return asked;
  process.stdin.resume();
  return Promise.race([asked, once(process.stdin, 'close'), once(process.stdin, 'end')]);
}

async function serve(options: ServeOptions, embedded: boolean | undefined): Promise<ServedHub> {
  const { serveHub } = await import('../../hub/serve.ts');
  try {
    return await serveHub(options);
  } catch (error) {
    if (!embedded || !isFault(error) || error.code !== 'PORT_IN_USE') throw error;
    return serveHub({ ...options, port: 0 });
  }
}

async function runHub(options: HubOptions): Promise<void> {
  const end = ended(options.embedded);
  const folder = resolve(options.folder ?? join(homedir(), 'Showhow', 'hub'));
  const [{ createLog }, { default: writeFileAtomic }] = await Promise.all([import('../../node/log.ts'), import('write-file-atomic')]);
  const { host, port = options.embedded ? 0 : usualPort, url, name } = options;
  const log = createLog(join(folder, 'logs', 'hub.log'));
  // The studio offers to make the first account until it hears that there is one.
  const onSetUp = options.embedded ? () => say(true, { setUp: true }, '') : undefined;
  const hub = await serve({ folder, host, port, url, name, version, player: builtFolder('player'), log, onSetUp }, options.embedded);
  // The next start of the studio asks for the same port: published links and sign-ins hang on it.
  if (options.embedded) await writeFileAtomic(join(folder, 'port'), String(hub.port));
  const link = hub.setupCode ? `${hub.url}/setup#code=${hub.setupCode}` : null;
  say(
    options.json || options.embedded,
    options.embedded ? { hub: hub.url, setupCode: hub.setupCode } : { hub: hub.url, setupCode: hub.setupCode, setup: link },
    `Hub  ${hub.url}${link ? `\nNo one has an account yet. Make the first one at ${link}\nor with the setup code ${hub.setupCode}.` : ''}\nCtrl-C ends it.`,
  );
  log.info({ url: hub.url }, 'the hub is open');
  await end;
  await hub.close();
  log.info('the hub is closed');
}
