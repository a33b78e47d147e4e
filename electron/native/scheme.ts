import { protocol, type Session } from 'electron';
import type { Core } from '../../src/main/core.ts';
import { callHeader, shellChannels } from '../../src/shared/contract/shell.ts';
import { onMessage } from './messages.ts';
import { isOurs, scheme } from './origin.ts';

/** Before the app is ready: makes the scheme behave like https, with an origin, fetch, streams and compiled code kept. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Answers every request of the pages by the core, in this process. */
export function serveCore(session: Session, core: Pick<Core, 'fetch'>): void {
  const fetch = untilGivenUp(core);
  session.protocol.handle(scheme, (request) => (isOurs(request.url) ? fetch(request) : new Response(null, { status: 404 })));
}

/** Electron does not tell who answers a request that the page gave it up. The page says so itself, by the number it sent along. */
function untilGivenUp(core: Pick<Core, 'fetch'>): Core['fetch'] {
  const running = new Map<string, AbortController>();
  onMessage(shellChannels.giveUp, (call) => {
    if (typeof call === 'string') running.get(call)?.abort();
  });
  return async (request) => {
    const call = request.headers.get(callHeader);
    if (call === null) return core.fetch(request);
    const givenUp = new AbortController();
    running.set(call, givenUp);
    try {
      return await core.fetch(new Request(request, { signal: givenUp.signal }));
    } finally {
      running.delete(call);
    }
  };
}
