import { Fault } from '../../shared/contract/faults.ts';
import type { Role } from '../../shared/contract/hub.ts';
import type { Person } from '../hub-env.ts';

/** What is more than reading, asking and thanking, and the roles that may do it. */
const needed = {
  'hand in': ['author'],
  review: ['reviewer'],
  'publish for others': ['publisher'],
  'look after people': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Deed = keyof typeof needed;

export const may = (person: Pick<Person, 'roles'>, deed: Deed): boolean => needed[deed].some((role) => person.roles.includes(role));

/** Refuses with ROLE_MISSING, which names the role to ask for. */
export function assertMay(person: Pick<Person, 'roles'>, deed: Deed): void {
  if (!may(person, deed)) throw new Fault('ROLE_MISSING', { role: needed[deed][0] });
}
