/** Where things are found at a hub, as paths; `absolute` makes an address to send away. */
export const modulePath = (moduleId: string): string => `/modules/${moduleId}`;
export const reviewPath = (moduleId: string): string => `/review/${moduleId}`;
export const historyPath = (moduleId: string): string => `/review/${moduleId}/history`;
export const authorPath = (personId: string): string => `/people/${personId}`;
export const mediaPath = (hash: string): string => `/media/${hash}`;
export const invitationPath = (token: string): string => `/invitation/${token}`;
export const newPasswordPath = (token: string): string => `/new-password/${token}`;
export const signInPath = (next: string): string => `/sign-in?next=${encodeURIComponent(next)}`;

export const asksPath = '/asks';
export const languagePath = '/language';
export const queuePath = '/review';
export const publishPath = '/publish';
export const peoplePath = '/people';
export const policyPath = '/policy';
export const logPath = '/policy/log.json';

export const absolute = (hub: { url: string }, path: string): string => `${hub.url}${path}`;

/** A path of this hub to go on to, or its start where someone put a foreign address there. */
export function safeNext(next: string | undefined): string {
  const here = 'http://hub.invalid';
  if (!next?.startsWith('/') || !URL.canParse(next, here)) return '/';
  const { origin, pathname, search } = new URL(next, here);
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
