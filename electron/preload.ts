import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { type CaptureChoice, type ShellBridge, shellChannels } from '../src/shared/contract/shell.ts';

// Only what a page cannot do itself; `ipcRenderer` as such is never handed out.
contextBridge.exposeInMainWorld('showhow', {
  onCaptureChoice(listener) {
    const heard = (_event: IpcRendererEvent, choice: CaptureChoice) => listener(choice);
    ipcRenderer.on(shellChannels.captureChoice, heard);
    return () => ipcRenderer.off(shellChannels.captureChoice, heard);
  },
  answerCaptureChoice: (answer) => ipcRenderer.send(shellChannels.captureAnswer, answer),
  keepOutOfPicture: (on) => ipcRenderer.send(shellChannels.keepOut, on),
  showWorkspace: () => ipcRenderer.invoke(shellChannels.showWorkspace),
  giveUp: (call) => ipcRenderer.send(shellChannels.giveUp, call),
} satisfies ShellBridge);
