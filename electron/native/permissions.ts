import { type Session, systemPreferences } from 'electron';
import { isOurs } from './origin.ts';

/** What a page may ask for: to record, to fill the screen with a video, to copy a piece of code. Everything else stays shut. */
const granted = new Set(['media', 'display-capture', 'fullscreen', 'clipboard-sanitized-write']);

/** macOS asks for camera and microphone once for the whole program. */
async function systemAllows(mediaTypes: readonly string[]): Promise<boolean> {
  if (process.platform !== 'darwin') return true;
  const kinds = mediaTypes.map((type) => (type === 'video' ? ('camera' as const) : ('microphone' as const)));
  const answers = await Promise.all(kinds.map((kind) => systemPreferences.askForMediaAccess(kind)));
  return answers.every(Boolean);
}

export function limitPermissions(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission, origin) => granted.has(permission) && isOurs(origin));
  session.setPermissionRequestHandler(async (_contents, permission, answer, details) => {
    if (!granted.has(permission) || !isOurs(details.requestingUrl)) return answer(false);
    const mediaTypes = permission === 'media' && 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(await systemAllows(mediaTypes));
  });
  session.setDevicePermissionHandler(() => false);
}
