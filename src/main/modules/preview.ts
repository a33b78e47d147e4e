import { renderModule } from '../../player/render/module.ts';
import { playerLanguageFor } from '../../player/words/index.ts';
import type { ModuleContent } from '../../shared/model/module.ts';
import type { Profile } from '../../shared/model/profile.ts';

/**
 * Nothing but the player's own files may load. The frame shares the studio's origin because a video in a frame without
 * one would be asked for without the session's cookie; what keeps it harmless is that no script but `player.js` can run.
 */
const previewPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-scripts allow-same-origin allow-forms allow-popups',
].join('; ');

const mediaAddress = (hash: string): string => `/media/${hash}`;

interface PreviewSettings {
  /** Overrules the system's, as the studio's setting does. */
  theme: 'light' | 'dark' | null;
  /** The language of a learner; the module's own where nothing is said. */
  language: string | null;
}

/** A module as a page of its own, as colleagues will see it. */
function previewPage(content: ModuleContent, author: Profile, { theme, language }: PreviewSettings): string {
  const wanted = language ?? content.language;
  const speaks = playerLanguageFor([wanted]);
  return [
    `<!doctype html><html lang="${speaks}"${theme ? ` data-theme="${theme}"` : ''}>`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Preview</title><base target="_blank">',
    '<link rel="stylesheet" href="/player/player.css"><script type="module" src="/player/player.js"></script></head>',
    `<body class="showhow-page"><main>${renderModule({ content, author, media: mediaAddress, language: wanted, speaks })}</main></body></html>`,
  ].join('');
}

/** The same as an answer that nobody may keep. */
export const previewResponse = (content: ModuleContent, author: Profile, settings: PreviewSettings): Response =>
  new Response(previewPage(content, author, settings), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': previewPolicy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  });
