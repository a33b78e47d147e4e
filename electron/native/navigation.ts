import { shell, type WebContents } from 'electron';
import { floatOptions, isFloat } from './float.ts';
import { isOurs, isWebAddress } from './origin.ts';

/** Keeps a window on the studio's pages: links to the web open in the person's own browser, anything else does not open. */
export function confine(contents: WebContents): void {
  const stay = (event: Electron.Event, address: string) => {
    if (isOurs(address)) return;
    event.preventDefault();
    if (isWebAddress(address)) void shell.openExternal(address);
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url, frameName }) => {
    if (isFloat(url, frameName)) return { action: 'allow', overrideBrowserWindowOptions: floatOptions };
    if (isWebAddress(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
  contents.on('did-create-window', (small) => {
    confine(small.webContents);
    // Over what is shown, also where that fills the screen, and not in the picture.
    small.setAlwaysOnTop(true, 'screen-saver');
    small.setContentProtection(true);
  });
}
