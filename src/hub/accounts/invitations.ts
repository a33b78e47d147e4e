import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';
import { Role } from '../../shared/contract/hub.ts';
import type { Hub, Person } from '../hub-env.ts';
import { hashSecret, linkToken } from '../security/codes.ts';

const days = 7;

export interface Invitation {
  id: string;
  email: string | null;
  roles: Role[];
}

const readRoles = (text: string): Role[] => z.array(Role).parse(JSON.parse(text));

/** Makes a link that is good for one account within a week. The token is in the answer and nowhere else. */
export async function invite(hub: Hub, by: Person, { email, roles }: { email: string | null; roles: Role[] }): Promise<string> {
  const token = linkToken();
  const now = Date.now();
  await hub.database
    .insertInto('invitations')
    .values({
      id: uuid(),
      token_hash: hashSecret(token),
      email,
      roles: JSON.stringify(roles),
      created_by: by.id,
      created_at: new Date(now).toISOString(),
      expires_at: new Date(now + days * 24 * 60 * 60 * 1000).toISOString(),
      used_at: null,
      used_by: null,
    })
    .execute();
  return token;
}

/** The invitation of a token; refuses with INVITATION_OVER where it was used, has expired or never was. */
export async function openInvitation({ database }: Pick<Hub, 'database'>, token: string): Promise<Invitation> {
  const row = await database
    .selectFrom('invitations')
    .where('token_hash', '=', hashSecret(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .select(['id', 'email', 'roles'])
    .executeTakeFirst();
  if (!row) throw new Fault('INVITATION_OVER', {});
  return { id: row.id, email: row.email, roles: readRoles(row.roles) };
}

/** Takes an invitation out of use before the account is made, so that two requests never make two. */
export async function spendInvitation({ database }: Pick<Hub, 'database'>, id: string): Promise<void> {
  const { numUpdatedRows } = await database
    .updateTable('invitations')
    .set({ used_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Fault('INVITATION_OVER', {});
}

/** Puts it back where the account could not be made, or says who used it. */
export async function settleInvitation({ database }: Pick<Hub, 'database'>, id: string, usedBy: string | null): Promise<void> {
  await database
    .updateTable('invitations')
    .set(usedBy ? { used_by: usedBy } : { used_at: null })
    .where('id', '=', id)
    .execute();
}

export interface OpenInvitation extends Invitation {
  createdAt: string;
}

/** Invitations nobody has used yet, newest first. */
export async function openInvitations({ database }: Pick<Hub, 'database'>): Promise<OpenInvitation[]> {
  const rows = await database
    .selectFrom('invitations')
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .orderBy('created_at', 'desc')
    .select(['id', 'email', 'roles', 'created_at'])
    .execute();
  return rows.map(({ id, email, roles, created_at }) => ({ id, email, roles: readRoles(roles), createdAt: created_at }));
}

/** Makes a link that was not used yet good for nothing. */
export async function withdrawInvitation({ database }: Pick<Hub, 'database'>, id: string): Promise<void> {
  await database.deleteFrom('invitations').where('id', '=', id).where('used_at', 'is', null).execute();
}
