import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Letters and digits that nobody confuses when reading them out. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A code for people to type, e.g. `K7QM-2XWA-PLE9`: five bits a letter. */
export function typedCode(groups: number): string {
  const letter = () => alphabet.charAt(randomInt(alphabet.length));
  return Array.from({ length: groups }, () => Array.from({ length: 4 }, letter).join('')).join('-');
}

/** The same code, however someone typed it. */
export const normalCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** A token that nobody guesses, for links. */
export const linkToken = (): string => randomBytes(24).toString('base64url');

/** What of a code or token is kept. They are random, so a plain hash is enough. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const sameSecret = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
