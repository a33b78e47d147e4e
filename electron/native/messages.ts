import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { isOurs } from './origin.ts';

/** Only the studio's own page speaks for the person: not a frame in it, and not a page it was led to. */
const isOurPage = ({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url);

export function onMessage(channel: string, listener: (message: unknown) => void): void {
  ipcMain.on(channel, (event, message) => {
    if (isOurPage(event)) listener(message);
  });
}

export function onCall(channel: string, answer: () => Promise<void>): void {
  ipcMain.handle(channel, (event) => {
    if (!isOurPage(event)) throw new Error('Only the studio asks for this.');
    return answer();
  });
}
