import { LinkAddress } from '../../../shared/model/blocks/inline.ts';

/** What people type is mostly a host or an e-mail address without what stands before it. */
function completeAddress(typed: string): string {
  const address = typed.trim();
  if (address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return address.includes('@') ? `mailto:${address}` : `https://${address}`;
}

/** No host and no mailbox has a blank in it; some browsers take one for a part of its name. */
const blankInName = /^[a-z]+:\/*[^/?#]*\s/i;

/** The address that was meant; null where it is none: words are not, whatever could be put before them. */
export function addressOf(typed: string): string | null {
  const address = completeAddress(typed);
  const isAddress = LinkAddress.safeParse(address).success && URL.canParse(address) && !blankInName.test(address);
  return isAddress ? address : null;
}

export const addressRefused = 'This is no address of a page or a mail. A link starts with https://, http:// or mailto:.';
