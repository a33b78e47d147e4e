/** What Electron gives the studio's page beyond what any page has. In a browser there is none of it. */
export interface ShellBridge {
  /** Calls back when the page asked for a screen and a person has to say which. Gives a function that stops listening. */
  onCaptureChoice(listener: (choice: CaptureChoice) => void): () => void;
  answerCaptureChoice(answer: CaptureAnswer): void;
  /** Keeps the studio's windows out of what is recorded of the screen, where the system can do that (macOS, Windows). */
  keepOutOfPicture(on: boolean): void;
  /** Opens the workspace's folder in the system's file manager. */
  showWorkspace(): Promise<void>;
  /** Says that nobody waits any more for the answer to a request that went out under this number, as its `callHeader` has it. */
  giveUp(call: string): void;
}

/** Under which number the shell knows a request. */
export const callHeader = 'showhow-call';

export interface CaptureSource {
  id: string;
  name: string;
  kind: 'screen' | 'window';
  /** A data URL. */
  picture: string;
}

/** `sound`: whether the system's sound can come along. */
export interface CaptureChoice {
  id: string;
  sources: CaptureSource[];
  sound: boolean;
}

/** `source` is null where the person thought better of it. */
export interface CaptureAnswer {
  id: string;
  source: string | null;
  sound: boolean;
}

/** Names of the messages between page and shell. */
export const shellChannels = {
  captureChoice: 'capture:choice',
  captureAnswer: 'capture:answer',
  keepOut: 'capture:keep-out',
  showWorkspace: 'workspace:show',
  giveUp: 'call:give-up',
} as const;

/** The name under which the page opens its small control, which the shell keeps on top of all windows. */
export const floatName = 'showhow-float';
