import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { note } from './notes.ts';
import { BrowserWindow, windows } from './window.ts';

/**
 * A double of the module `electron`, as far as the shell uses it. It proves the shell's contract with Electron, and not
 * Electron: bodies are buffered, messages travel as JSON, dialogs and the key ring are stand-ins.
 */
export { ipcMain, session } from './session.ts';
export { BrowserWindow };

const folder = process.env.DOUBLE_FOLDER ?? '';

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly #paths: Record<string, string> = { home: folder, userData: join(folder, 'user-data') };
  getPath = (name: string) => this.#paths[name] ?? '';
  setPath = (name: string, path: string) => {
    this.#paths[name] = path;
    note('path', { name, path });
  };
  getVersion = () => '0.0.0';
  requestSingleInstanceLock = () => true;
  whenReady = () => Promise.resolve();
  exit(code: number): void {
    note('exit', code);
    process.exit(code);
  }
  /** As Electron: close the windows, ask whether to quit, quit. */
  async quit(): Promise<void> {
    for (const window of windows) await window.close();
    let prevented = false;
    this.emit('will-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) process.exit(0);
  }
}

export const app = new App();
export const protocol = { registerSchemesAsPrivileged: (schemes: unknown) => note('schemes', schemes) };
export const shell = {
  openExternal: async (url: string) => note('openExternal', url),
  openPath: async (path: string) => {
    note('openPath', path);
    return '';
  },
};
export const dialog = {
  showErrorBox: (title: string, content: string) => {
    note('errorBox', { title, content });
    process.stderr.write(`${title}: ${content}\n`);
  },
  showMessageBoxSync: () => 1,
};
export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => note('menu', menu),
};
export const systemPreferences = { askForMediaAccess: async () => true };
export const safeStorage = {
  getSelectedStorageBackend: () => 'gnome_libsecret',
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => Buffer.from(text).map((byte) => byte ^ 0x5a),
  decryptStringAsync: async (sealed: Buffer) => ({
    result: Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString(),
    shouldReEncrypt: false,
  }),
};

const picture = { toDataURL: () => 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==' };
export const desktopCapturer = {
  getSources: async () => [
    { id: 'screen:1:0', name: 'Entire screen', thumbnail: picture },
    { id: 'window:7:0', name: 'Ledger – Invoices', thumbnail: picture },
  ],
};

export const utilityProcess = {
  fork(path: string, args: string[]) {
    note('utilityProcess', args);
    // A utility process is known by its port, and has no standard input.
    const port = 'data:text/javascript,process.parentPort={}';
    const child = fork(path, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], execArgv: ['--import', port] });
    return child;
  },
};

await import('./control.ts').then(({ takeOrders }) => takeOrders(app));
