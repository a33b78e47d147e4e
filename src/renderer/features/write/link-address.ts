/** What people type is mostly a host or an e-mail address without what stands before it. */
export function completeAddress(typed: string): string {
  const address = typed.trim();
  if (address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return address.includes('@') ? `mailto:${address}` : `https://${address}`;
}

export const addressRefused = 'A link starts with https://, http:// or mailto:.';
