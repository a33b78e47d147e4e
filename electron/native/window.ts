import { join } from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import { confine } from './navigation.ts';
import { appOrigin } from './origin.ts';

/** The studio's window: the page in it is treated as a stranger's. */
export function openWindow(out: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Showhow',
    width: 1280,
    height: 860,
    minWidth: 880,
    minHeight: 600,
    show: false,
    webPreferences: {
      preload: join(out, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // A recording goes on while its window is minimized.
      backgroundThrottling: false,
    },
  });
  confine(window.webContents);
  window.webContents.on('will-prevent-unload', (event) => {
    // A page that records or saves says so; without this the window could not be closed at all.
    const choice = dialog.showMessageBoxSync(window, {
      type: 'question',
      message: 'Close Showhow while it is still busy?',
      detail: 'A running recording ends here. What was recorded so far is saved.',
      buttons: ['Stay', 'Close'],
      defaultId: 0,
      cancelId: 0,
    });
    if (choice === 1) event.preventDefault();
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appOrigin}/`);
  return window;
}
