import type { Ask, ModuleReach, Thank } from '../../shared/contract/relations.ts';
import type { Hub } from '../hub-env.ts';
import { asksFor } from '../relations/asks.ts';
import { thanksFor } from '../relations/thanks.ts';
import { reach } from './reach.ts';

/** All that came back to an author from her colleagues. */
export async function whatCameBack(
  hub: Pick<Hub, 'database' | 'url'>,
  authorId: string,
): Promise<{ reach: ModuleReach[]; asks: Ask[]; thanks: Thank[] }> {
  const [reached, asks, thanks] = await Promise.all([reach(hub, authorId), asksFor(hub, authorId), thanksFor(hub, authorId)]);
  return { reach: reached, asks, thanks };
}
