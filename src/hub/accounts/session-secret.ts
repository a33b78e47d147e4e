import { randomBytes } from 'node:crypto';
import type { SecretStore } from '../../node/secrets.ts';

/** What session cookies are signed with: made at the first start and kept; several processes get the same from the environment. */
export async function sessionSecret(secrets: SecretStore): Promise<string> {
  const given = process.env.SHOWHOW_HUB_SECRET ?? (await secrets.get('session'));
  if (given) return given;
  const made = randomBytes(32).toString('base64url');
  await secrets.set('session', made);
  return made;
}
