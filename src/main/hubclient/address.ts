import { Fault } from '../../shared/contract/faults.ts';
import { isLoopback } from '../../shared/model/hub-address.ts';

/**
 * The origin of a hub from whatever page of it was pasted. A sign-in goes along with every call,
 * so plain http is refused (HUB_INSECURE) unless it never leaves this computer.
 */
export function hubAddress(pasted: string): string {
  const url = URL.canParse(pasted) ? new URL(pasted) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) throw new Fault('HUB_NOT_A_HUB', { url: pasted });
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) throw new Fault('HUB_INSECURE', { url: url.origin });
  return url.origin;
}
