import { callHeader } from '../../shared/contract/shell.ts';
import { shell } from './shell.ts';

/** A request whose giving up reaches the core. A browser says so by itself; Electron has to be told. */
export function heardOf(request: Request, bridge = shell): Request {
  if (!bridge) return request;
  const call = crypto.randomUUID();
  request.headers.set(callHeader, call);
  request.signal.addEventListener('abort', () => bridge.giveUp(call), { once: true });
  return request;
}
