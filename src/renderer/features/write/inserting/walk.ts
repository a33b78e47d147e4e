import { type Insertable, inGroups } from './insertables.ts';

/** The order in which the list shows them: by groups. */
const shown = (kinds: readonly Insertable[]): Insertable[] => inGroups(kinds).flatMap(([, members]) => members);

/** The one the arrow keys lead to; from the last on to the first. Nothing moves on other keys. */
export function walk(kinds: readonly Insertable[], active: Insertable | undefined, key: string): Insertable | undefined {
  const order = shown(kinds);
  const at = active ? order.indexOf(active) : -1;
  if (key === 'ArrowDown') return order[(at + 1) % order.length];
  if (key === 'ArrowUp') return order.at(at <= 0 ? -1 : at - 1);
  return active;
}
