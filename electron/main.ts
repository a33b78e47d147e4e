import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, session, shell } from 'electron';
import { type Core, createCore } from '../src/main/core.ts';
import type { EmbeddedHub } from '../src/main/host/embedded-hub.ts';
import { createFileSecrets } from '../src/node/secrets.ts';
import { sentenceOf } from '../src/shared/contract/sentences.ts';
import { shellChannels } from '../src/shared/contract/shell.ts';
import { offerCaptureSources } from './native/capture-sources.ts';
import { startEmbeddedHub } from './native/embedded-hub.ts';
import { setMenu } from './native/menu.ts';
import { onCall, onMessage } from './native/messages.ts';
import { profileFolder, readOptions } from './native/options.ts';
import { appOrigin } from './native/origin.ts';
import { limitPermissions } from './native/permissions.ts';
import { registerScheme, serveCore } from './native/scheme.ts';
import { createSafeSecrets } from './native/secrets.ts';
import { openWindow } from './native/window.ts';

const out = fileURLToPath(new URL('..', import.meta.url));
const options = readOptions(process.argv.slice(1), app.getPath('home'));

let window: BrowserWindow | null = null;

registerScheme();
app.setPath('userData', profileFolder(app.getPath('userData'), options.workspace));
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    window?.restore();
    window?.focus();
  });
  app.whenReady().then(run);
} else {
  app.quit();
}

async function run(): Promise<void> {
  const hub = startEmbeddedHub(out, options.workspace);
  try {
    const core = await createCore({
      workspace: options.workspace,
      version: app.getVersion(),
      shell: 'electron',
      pages: join(out, 'renderer'),
      player: join(out, 'player'),
      secrets: createSafeSecrets(createFileSecrets(join(options.workspace, 'secrets.json'))),
      embeddedHub: () => hub.address(),
    });
    endInOrder(core, hub);
    show(core);
  } catch (error) {
    await hub.close();
    dialog.showErrorBox('Showhow cannot open', sentenceOf(error));
    app.exit(1);
  }
  if (options.json) {
    const address = await hub.ready;
    process.stdout.write(`${JSON.stringify({ studio: `${appOrigin}/`, hub: address?.url ?? null })}\n`);
  }
}

function show(core: Core): void {
  const pages = session.defaultSession;
  serveCore(pages, core);
  limitPermissions(pages);
  offerCaptureSources(pages, () => window?.webContents ?? null);
  onCall(shellChannels.showWorkspace, async () => void (await shell.openPath(options.workspace)));
  onMessage(shellChannels.keepOut, (on) => window?.setContentProtection(on === true));
  setMenu(options.workspace);
  const open = () => {
    window = openWindow(out);
    window.once('closed', () => {
      window = null;
    });
  };
  app.on('activate', () => {
    if (!window) open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  open();
}

/** Ends the core and the hub before the program, so that the next start finds everything in its place. */
function endInOrder(core: Core, hub: EmbeddedHub): void {
  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void Promise.allSettled([core.close(), hub.close()]).then(() => {
      ended = true;
      app.quit();
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(signal, () => app.quit());
}
