import { floatName } from '../../src/shared/contract/shell.ts';

/** The only window that the page may open: an empty one, under its name, that the page draws its small control into. */
export const isFloat = (url: string, frameName: string): boolean => frameName === floatName && (url === 'about:blank' || url === '');

/** Small, on top, and as much a stranger as the page: what is in it comes from the page alone. */
export const floatOptions = {
  width: 380,
  height: 132,
  alwaysOnTop: true,
  minimizable: false,
  maximizable: false,
  fullscreenable: false,
  autoHideMenuBar: true,
  title: 'Recording',
  webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, backgroundThrottling: false },
};
