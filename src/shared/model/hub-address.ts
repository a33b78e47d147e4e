/** Names of this computer, as `URL.hostname` spells them. */
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether what is sent to a host never leaves this computer. */
export const isLoopback = (hostname: string): boolean => loopback.test(hostname);

/** The address that was typed for a hub. */
export interface TypedHub {
  url: string;
  /** Nothing was typed before `://`: what stands there now was chosen here. */
  assumed: boolean;
}

/**
 * An address as a colleague says it: with or without `https://`, any page of it, or a name within the company with its port. Without a
 * scheme a hub on this computer is asked by http, as it speaks, and any other by https. Null where it is no address of a web page.
 */
export function typedHub(typed: string): TypedHub | null {
  const address = typed.trim();
  const assumed = !/^[a-z][a-z0-9+.-]*:\/\//i.test(address);
  const secure = assumed ? `https://${address}` : address;
  if (address === '' || !URL.canParse(secure)) return null;
  const { hostname, protocol } = new URL(secure);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return { url: assumed && isLoopback(hostname) ? `http://${address}` : secure, assumed };
}
