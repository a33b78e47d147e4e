import { EventEmitter } from 'node:events';

export type DisplayMediaHandler = (request: object, answer: (streams: unknown) => void) => void;
type Answer = (request: Request) => Response | Promise<Response>;
interface Frame {
  url: string;
  parent: null;
}

/** What `protocol.handle` was given, by scheme. */
export const schemes = new Map<string, Answer>();

class Session {
  displayMedia: { handler: DisplayMediaHandler | null; options: unknown } = { handler: null, options: null };
  check: ((contents: null, permission: string, origin: string) => boolean) | null = null;
  request: ((contents: null, permission: string, answer: (granted: boolean) => void, details: object) => void) | null = null;
  device: (() => boolean) | null = null;
  readonly protocol = { handle: (scheme: string, answer: Answer) => void schemes.set(scheme, answer) };

  setPermissionCheckHandler(handler: NonNullable<Session['check']>): void {
    this.check = handler;
  }
  setPermissionRequestHandler(handler: NonNullable<Session['request']>): void {
    this.request = handler;
  }
  setDevicePermissionHandler(handler: NonNullable<Session['device']>): void {
    this.device = handler;
  }
  setDisplayMediaRequestHandler(handler: DisplayMediaHandler, options: unknown): void {
    this.displayMedia = { handler, options };
  }
}

export const session = { defaultSession: new Session() };

/** Messages of pages; what goes through is JSON, as little as that. */
class IpcMain extends EventEmitter {
  readonly #answers = new Map<string, (event: { senderFrame: Frame }, message: unknown) => unknown>();
  handle(channel: string, answer: (event: { senderFrame: Frame }, message: unknown) => unknown): void {
    this.#answers.set(channel, answer);
  }
  receive(channel: string, senderFrame: Frame, message: unknown): void {
    this.emit(channel, { senderFrame }, message);
  }
  async answer(channel: string, senderFrame: Frame, message: unknown): Promise<unknown> {
    return this.#answers.get(channel)?.({ senderFrame }, message);
  }
}

export const ipcMain = new IpcMain();
