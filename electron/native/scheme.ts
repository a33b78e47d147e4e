import { protocol, type Session } from 'electron';
import type { Core } from '../../src/main/core.ts';
import { isOurs, scheme } from './origin.ts';

/** Before the app is ready: makes the scheme behave like https, with an origin, fetch, streams and compiled code kept. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** Answers every request of the pages by the core, in this process. */
export function serveCore(session: Session, core: Pick<Core, 'fetch'>): void {
  session.protocol.handle(scheme, (request) => (isOurs(request.url) ? core.fetch(request) : new Response(null, { status: 404 })));
}
