import { secureHeaders } from 'hono/secure-headers';

/**
 * Only what this hub serves itself may load or run, and no one may frame it. The referrer stays inside: invitation links
 * never travel to another site (`no-referrer` would empty the Origin that `origin.ts` checks).
 */
export const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    mediaSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  crossOriginResourcePolicy: 'same-origin',
  // Pays off only behind https, and there the proxy decides for how long.
  strictTransportSecurity: false,
});
