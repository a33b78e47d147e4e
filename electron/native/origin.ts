/** The scheme under which the core answers. It is no address anyone else can reach: there is no port. */
export const scheme = 'showhow';
export const appHost = 'app';
export const appOrigin = `${scheme}://${appHost}`;

/** Whether an address or an origin is the studio's own. `URL.origin` is "null" for schemes Node does not know. */
export function isOurs(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${scheme}:` && host === appHost;
}

/** Whether an address may be handed to the system's browser. Nothing but the web: other schemes start programs. */
export function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
