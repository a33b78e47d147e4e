import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, fit for a header or a fragment. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export function sameToken(given: string | undefined, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(expected));
}

const script = `
const token = new URLSearchParams(location.hash.slice(1)).get('token');
history.replaceState(null, '', location.pathname + location.search);
if (token) {
  const answer = await fetch('/session', { method: 'POST', headers: { authorization: 'Bearer ' + token } });
  if (answer.ok) location.reload();
}
document.querySelector('p').hidden = false;
`;

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Showhow</title>
<style>body{font:16px/26px system-ui;margin:20vh auto;max-width:34rem;padding:0 24px;color-scheme:light dark}</style>
<h1>Showhow</h1><p hidden>This page belongs to a studio that is opened from its own window. Start Showhow again, or use the whole address that it printed.</p>
<script type="module">${script}</script></html>`;

const scriptHash = createHash('sha256').update(script).digest('base64');

/** What someone without a session gets: 401 and a page that exchanges the fragment's token for a cookie, if there is one. */
export const signInPage = (): Response =>
  new Response(page, {
    status: 401,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
    },
  });
