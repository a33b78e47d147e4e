import { EventEmitter } from 'node:events';
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Frame,
  type Page,
  type Request as PlaywrightRequest,
  type Route,
} from '@playwright/test';
import { findChromium } from '../../../../scripts/lib/find-chromium.mjs';
import { pageSource, preloadSource } from './bridge.ts';
import { note } from './notes.ts';
import { type DisplayMediaHandler, ipcMain, schemes, session } from './session.ts';

/** Chromium knows no `showhow:`; it is shown this origin instead, which is as secure and reaches no network. */
const shown = 'http://app.localhost';
const real = 'showhow://app';
const toReal = (address: string): string => (address.startsWith(shown) ? real + address.slice(shown.length) : address);

/** Bodies are buffered here; a stream of events is cut off after this long, in milliseconds. */
const streamBound = 300;

const preventable = (url: string) => {
  const event = { url, defaultPrevented: false, preventDefault: () => (event.defaultPrevented = true) };
  return event;
};

interface WindowOptions {
  webPreferences: { preload: string };
}

class WebContents extends EventEmitter {
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  deliver: (channel: string, message: unknown) => Promise<void> = async () => undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  send(channel: string, message: unknown): void {
    void this.deliver(channel, message);
  }
}

export const windows = new Set<BrowserWindow>();

/** A window of Electron, with Chromium behind it. */
export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly #options: WindowOptions;
  #browser: Browser | null = null;
  page: Page | null = null;

  constructor(options: WindowOptions) {
    super();
    this.#options = options;
    windows.add(this);
    note('window', options);
  }

  show(): void {
    note('show');
  }
  restore(): void {
    note('restore');
  }
  focus(): void {
    note('focus');
  }
  setContentProtection(on: boolean): void {
    note('contentProtection', on);
  }

  async loadURL(address: string): Promise<void> {
    const executablePath = findChromium();
    const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
    this.#browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
    const context = await this.#browser.newContext();
    await context.route('**/*', (route) => this.#answer(route));
    const page = await context.newPage();
    this.page = page;
    page.on('dialog', (dialog) => dialog.accept());
    await this.#runPreload(context, page);
    await page.goto(address.replace(real, shown));
    this.emit('ready-to-show');
  }

  async #runPreload(context: BrowserContext, page: Page): Promise<void> {
    const cdp = await context.newCDPSession(page);
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    const world = 'preload';
    cdp.on('Runtime.executionContextCreated', ({ context: { id, name } }) => {
      if (name === world)
        this.webContents.deliver = (channel, message) =>
          evaluate(cdp, id, `deliver(${JSON.stringify(channel)}, ${JSON.stringify(message)})`);
    });
    cdp.on('Runtime.bindingCalled', async ({ name, payload, executionContextId }) => {
      if (name !== 'callMain') return;
      const { id, kind, channel, message } = JSON.parse(payload);
      const frame = { url: toReal(page.url()), parent: null };
      const value = kind === 'send' ? ipcMain.receive(channel, frame, message) : await ipcMain.answer(channel, frame, message);
      await evaluate(cdp, executionContextId, `answered(${id}, ${JSON.stringify(value ?? null)})`);
    });
    await cdp.send('Runtime.addBinding', { name: 'callMain', executionContextName: world });
    await page.exposeFunction('displayMediaOfTheDouble', (audio: boolean) => this.#displayMedia(audio));
    const calls = `const waiting = new Map(); let last = 0;
      globalThis.answered = (id, value) => waiting.get(id)?.(value);
      const toMain = (text) => new Promise((done) => { waiting.set(++last, done); callMain(JSON.stringify({ id: last, ...JSON.parse(text) })); });`;
    const source = `{ ${calls} ${preloadSource(this.#options.webPreferences.preload)} }`;
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: world });
    // Asked of the script itself, so that a bridge that exposes more or less than it should is seen as it is.
    const { name, methods } = exposedBy(this.#options.webPreferences.preload);
    note('exposed', { name, methods });
    await page.addInitScript(pageSource(name, methods));
  }

  #displayMedia(audioRequested: boolean): Promise<unknown> {
    const { handler } = session.defaultSession.displayMedia;
    const request = { securityOrigin: `${real}/`, videoRequested: true, audioRequested, userGesture: true, frame: null };
    return new Promise((done) =>
      handler ? (handler as DisplayMediaHandler)(request, (streams) => done(JSON.parse(JSON.stringify(streams)))) : done(null),
    );
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = toReal(request.url());
    const asking = request.isNavigationRequest() ? frameOf(request) : this.page?.mainFrame();
    if (asking?.page() !== this.page) {
      note('window.open', { url, ...this.webContents.openHandler({ url }) });
      await route.abort();
      return asking?.page().close();
    }
    if (request.isNavigationRequest() && this.page?.url() !== 'about:blank') {
      const [navigate, frame] = [preventable(url), preventable(url)];
      if (asking === this.page?.mainFrame()) this.webContents.emit('will-navigate', navigate);
      this.webContents.emit('will-frame-navigate', frame);
      if (navigate.defaultPrevented || frame.defaultPrevented) return route.abort('aborted');
    }
    const answer = schemes.get(new URL(url).protocol.slice(0, -1));
    if (!answer) {
      note('escaped', url);
      return route.abort();
    }
    const body = request.postDataBuffer();
    const response = await answer(
      new Request(url, { method: request.method(), headers: await request.allHeaders(), ...(body ? { body: new Uint8Array(body) } : {}) }),
    );
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: await buffered(response) });
  }

  /** Closes the window as a person does. */
  async close(): Promise<void> {
    await this.#browser?.close();
    windows.delete(this);
    this.emit('closed');
  }
}

/** Runs the preload once outside of a page, only to learn what it exposes. */
function exposedBy(preload: string): { name: string; methods: string[] } {
  const scope: { exposedNames?: () => string } = {};
  const document = { addEventListener: () => undefined };
  new Function('globalThis', 'document', 'toMain', preloadSource(preload))(scope, document, () => undefined);
  return JSON.parse(scope.exposedNames?.() ?? '{}');
}

/** Playwright has no frame yet for the first request of a window that a page opens. */
function frameOf(request: PlaywrightRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

async function evaluate(cdp: CDPSession, contextId: number, expression: string): Promise<void> {
  await cdp.send('Runtime.evaluate', { contextId, expression });
}

async function buffered(response: Response): Promise<Buffer> {
  if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) return Buffer.from(await response.arrayBuffer());
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  const late = setTimeout(() => void reader?.cancel(), streamBound);
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) chunks.push(part.value);
  clearTimeout(late);
  return Buffer.concat(chunks);
}
